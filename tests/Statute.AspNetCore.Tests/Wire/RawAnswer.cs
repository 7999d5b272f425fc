using System.Text.Json;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RawAnswer(string StatusLine, IReadOnlyList<KeyValuePair<string, string>> Fields, string Body)
{
    internal int Status => int.Parse(StatusLine.Split(' ')[1]);

    internal string Phrase => StatusLine.Split(' ', 3)[2];

    /// <summary>The value of a field, several joined by a comma; null where there is none.</summary>
    internal string? this[string name]
    {
        get
        {
            var values = Fields.Where(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value).ToArray();
            return values.Length == 0 ? null : string.Join(", ", values);
        }
    }

    internal JsonElement Json => JsonElement.Parse(Body);

    /// <summary>A member of the problem in the body, as text.</summary>
    internal string? Problem(string member) => Json.TryGetProperty(member, out var value) ? value.ToString() : null;

    internal static RawAnswer Parse(string head)
    {
        var lines = head.Split("\r\n");
        var fields = lines.Skip(1).Select(line => line.Split(':', 2)).Select(p => KeyValuePair.Create(p[0], p[1].Trim()));
        return new RawAnswer(lines[0], [.. fields], "");
    }
}
