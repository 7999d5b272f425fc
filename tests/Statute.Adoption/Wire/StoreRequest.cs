using System.Text;
using System.Text.RegularExpressions;

namespace Statute.Adoption.Wire;

/// <summary>One line of <c>requests.txt</c>.</summary>
/// <param name="Line">The line, for people.</param>
/// <param name="AsWritten">The code that the store as it was written answers.</param>
/// <param name="User">Who sends it; null for nobody.</param>
/// <param name="Head">The request line and fields, without those that depend on the user.</param>
/// <param name="Content">The content; null for none.</param>
internal sealed partial record StoreRequest(string Line, int AsWritten, string? User, string Head, string? Content)
{
    internal static IReadOnlyList<StoreRequest> All { get; } = Read();

    internal string Method => Head[..Head.IndexOf(' ', StringComparison.Ordinal)];

    internal string Target => Head.Split(' ', 3)[1];

    /// <summary>Whether it asks for the description of the API, which says what the API answers.</summary>
    internal bool IsForDescription => Line.EndsWith("/swagger.json", StringComparison.Ordinal);

    /// <summary>What goes over the wire.</summary>
    /// <param name="token">The user's token, or null.</param>
    internal byte[] ToBytes(string? token)
    {
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        return Encoding.Latin1.GetBytes($"{Head}{authorization}\r\n{Content}");
    }

    private static List<StoreRequest> Read()
    {
        using var reader = new StreamReader(typeof(StoreRequest).Assembly.GetManifestResourceStream("requests.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];
    }

    private static StoreRequest Parse(string line)
    {
        var cells = line.Split(" | ");
        var start = cells[0].Split(' ', 3);
        var fields = new List<string> { "Host: store.example", "Connection: close" };
        string? user = null, content = null;
        foreach (var cell in cells.Skip(1))
        {
            if (cell is "admin" or "alice")
            {
                user = cell;
            }
            else if (Field().IsMatch(cell))
            {
                fields.Add(cell);
            }
            else
            {
                content = cell[0] == '@' ? new string('x', int.Parse(cell[1..])) : cell.Replace("\\r\\n", "\r\n");
            }
        }

        if (content is not null)
        {
            fields.Add($"Content-Length: {content.Length}");
            if (!fields.Exists(field => field.StartsWith("Content-Type", StringComparison.Ordinal)))
            {
                fields.Add("Content-Type: application/json");
            }
        }
        else if (start[1] is "POST" or "PUT" or "PATCH" && !fields.Contains("Content-Length: 0"))
        {
            fields.Add("Content-Length: 0");
        }

        var target = start[2].Replace("{9000}", new string('p', 9000));
        var head = $"{start[1]} {target} HTTP/1.1\r\n{string.Concat(fields.Select(field => $"{field}\r\n"))}";
        return new StoreRequest(line, int.Parse(start[0]), user, head, content);
    }

    [GeneratedRegex("^[A-Z][A-Za-z-]*: ")]
    private static partial Regex Field();
}
