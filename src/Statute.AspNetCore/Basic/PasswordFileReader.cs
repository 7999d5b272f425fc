using System.Globalization;
using System.Text;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// Reads a whole file before it complains, so that one look cures every line. What a fault quotes is a name that was found
/// clean, never a line or a hash: people do write passwords where the hash belongs.
/// </summary>
internal sealed class PasswordFileReader
{
    private readonly List<Account> _accounts = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);

    public static List<Account> Read(string path, ReadOnlySpan<byte> bytes)
    {
        var reader = new PasswordFileReader();
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        var number = 0;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            reader.ReadLine(++number, bytes[range]);
        }

        return reader._faults.Count == 0 ? reader._accounts : throw new PasswordFileException(path, reader._faults);
    }

    private void ReadLine(int number, ReadOnlySpan<byte> bytes)
    {
        if (bytes.EndsWith("\r"u8))
        {
            bytes = bytes[..^1];
        }

        string line;
        try
        {
            line = PlainText.StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            AddFault(number, $"byte {fault.Index + 1} is not UTF-8; save the file as UTF-8");
            return;
        }

        if (!string.IsNullOrWhiteSpace(line) && line[0] != '#')
        {
            ReadUser(number, line);
        }
    }

    private void ReadUser(int number, string line)
    {
        var parts = line.Split(':');
        var before = _faults.Count;
        var name = parts.Length > 1 ? ReadName(number, parts[0]) : null;
        var whose = name is null ? "" : $" of '{name}'";
        if (parts.Length < 3)
        {
            AddFault(number, $"the line{whose} has {parts.Length} of its 3 parts; write it as name:roles:hash, roles may be empty");
            return;
        }

        if (parts.Length > 3)
        {
            AddFault(number, $"the line{whose} has {parts.Length} parts in place of 3; take the colon out of its name or roles");
            return;
        }

        var roles = ReadRoles(number, parts[1], whose);
        if (!HashFormat.IsHash(parts[2]))
        {
            AddFault(number, $"the hash{whose} is not one that ASP.NET's PasswordHasher made; set the password anew");
        }

        if (_faults.Count == before)
        {
            _accounts.Add(new Account(new BasicUser(name!, roles), parts[2], number, isDecoy: false));
        }
    }

    private string? ReadName(int number, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            AddFault(number, "the name is empty; write one before the first colon, or remove the line");
            return null;
        }

        if (PlainText.Fault(text, "name") is { } fault)
        {
            AddFault(number, fault);
            return null;
        }

        var name = PlainText.Normal(text);
        if (!_lineOf.TryAdd(name, number))
        {
            AddFault(number, $"the name '{name}' is on line {_lineOf[name]} already; remove one of the two");
        }

        return name;
    }

    private string[] ReadRoles(int number, string text, string whose)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var roles = text.Split(',');
        for (var i = 0; i < roles.Length; i++)
        {
            // Spaces only: a general trim would swallow control characters before they are seen.
            var role = roles[i] = roles[i].Trim(' ');
            if (role.Length == 0)
            {
                AddFault(number, $"a role{whose} is empty; remove the comma that is too many");
            }
            else if (PlainText.Fault(role, $"role{whose}") is { } fault)
            {
                AddFault(number, fault);
            }
        }

        return roles;
    }

    private void AddFault(int number, string text) =>
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {number}: {text}"));
}
