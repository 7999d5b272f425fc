using System.Text.Json;

namespace Statute.AspNetCore.Tests.Described;

/// <summary>What an OpenAPI document says of the answers, as a table of one line for each operation.</summary>
internal static class DescribedOperations
{
    private static readonly string[] Methods = ["get", "put", "post", "delete"];

    /// <summary>The lines that every generator has to write.</summary>
    internal static string Expected
    {
        get
        {
            using var file = typeof(DescribedOperations).Assembly.GetManifestResourceStream("described.txt")!;
            return new StreamReader(file).ReadToEnd().Trim();
        }
    }

    /// <summary>Code, description, media type, schema: <c>GET /orders: 200 OK json; 404 Not Found problem+json OwnError</c>.</summary>
    internal static string Of(JsonElement document) => Lines(document, answer =>
        string.Join(' ', new[] { answer.Name, Description(answer), MediaType(answer), Schema(answer) }.Where(part => part.Length > 0)));

    /// <summary>The same without what only some generators take from ApiExplorer: <c>GET /orders: 200; 404 StatuteProblem</c>.</summary>
    internal static string CodesAndSchemasOf(JsonElement document) => Lines(document, answer => $"{answer.Name} {Schema(answer)}".Trim());

    /// <summary>The codes and schemas of a table with everything.</summary>
    internal static string CodesAndSchemasOf(string table) => string.Join('\n', table.Split('\n').Select(line =>
    {
        var operation = line.Split(": ", 2);
        return $"{operation[0]}: {string.Join("; ", operation[1].Split("; ").Select(CodeAndSchema))}";
    }));

    private static string CodeAndSchema(string answer)
    {
        var last = answer[(answer.LastIndexOf(' ') + 1)..];
        return answer.Contains("json ") ? $"{answer[..3]} {last}" : answer[..3];
    }

    private static string Lines(JsonElement document, Func<JsonProperty, string> line) => string.Join('\n',
        from path in document.GetProperty("paths").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal)
        from operation in path.Value.EnumerateObject().Where(o => Methods.Contains(o.Name)).OrderBy(o => o.Name)
        let answers = operation.Value.GetProperty("responses").EnumerateObject().OrderBy(answer => answer.Name)
        select $"{operation.Name.ToUpperInvariant()} {path.Name}: {string.Join("; ", answers.Select(line))}");

    private static string Description(JsonProperty answer) => answer.Value.GetProperty("description").GetString()!;

    private static string MediaType(JsonProperty answer) => answer.Value.TryGetProperty("content", out var content)
        ? content.EnumerateObject().Select(type => type.Name.Split('/')[1]).LastOrDefault() ?? ""
        : "";

    /// <summary>The first schema that is referred to; members that are listed in place have no name.</summary>
    private static string Schema(JsonProperty answer) => Reference(answer.Value) is { } reference ? reference.Split('/')[^1] : "";

    private static string? Reference(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("$ref", out var reference) => reference.GetString(),
        JsonValueKind.Object => element.EnumerateObject().Select(member => Reference(member.Value)).FirstOrDefault(r => r is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(Reference).FirstOrDefault(r => r is not null),
        _ => null,
    };
}
