using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Statute.Adoption.Wire;

/// <summary>What came for a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Bytes">Every byte, from the status line to the end of the connection, as Latin-1.</param>
/// <param name="Endpoint">The endpoint that it was led to, by the name that the start report has for it; null for none.</param>
internal sealed partial record StoreAnswer(StoreRequest Request, string Bytes, string? Endpoint)
{
    internal int Status => int.Parse(Bytes.AsSpan(9, 3));

    /// <summary>
    /// The bytes without: the date; the age of what is cached; the id of a trace; when an order was placed; a token that was given out;
    /// the ids of a connection to a hub. Nothing else may differ.
    /// </summary>
    internal string Steady => Varying().Replace(Bytes, "");

    /// <summary>The steady bytes without what another code of the same class changes: the status line, and the length of nothing.</summary>
    internal string SteadyButForTheCode => StatusLine().Replace(Steady, "").Replace("Content-Length: 0\r\n", "", StringComparison.Ordinal);

    internal bool IsProblem => Bytes.Contains("\r\nContent-Type: application/problem+json\r\n", StringComparison.Ordinal);

    /// <summary>The names of the members of a JSON object in the content; none where it holds something else.</summary>
    internal IEnumerable<string> Members()
    {
        var start = Bytes.IndexOf('{', Bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal));
        var end = Bytes.LastIndexOf('}');
        return start < 0 || !Bytes.Contains("json", StringComparison.Ordinal)
            ? []
            : JsonElement.Parse(Bytes[start..(end + 1)]).EnumerateObject().Select(member => member.Name);
    }

    /// <summary>The content as JSON, put together from its chunks.</summary>
    internal JsonNode Json()
    {
        var content = Bytes[(Bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return JsonNode.Parse(ChunkSize().Replace(content, ""))!;
    }

    [GeneratedRegex("""
        (?<=\r\n(Date|Age):\ )[^\r]+
        | (?<="(traceId|placedAt|token|connectionId|connectionToken)":")[^"]+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Varying();

    [GeneratedRegex("(^|\r\n)[0-9a-f]+\r\n")]
    private static partial Regex ChunkSize();

    [GeneratedRegex("^HTTP/1.1 [^\r]*\r\n")]
    private static partial Regex StatusLine();
}
