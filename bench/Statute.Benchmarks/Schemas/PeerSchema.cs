using System.Text;
using System.Text.Json.Nodes;
using Statute.SchemaCases;

namespace Statute.Benchmarks.Schemas;

/// <summary>A schema as NJsonSchema reads it, in the words of the draft that it knows.</summary>
internal sealed class PeerSchema
{
    private readonly NJsonSchema.JsonSchema _schema;

    internal PeerSchema(Workload work)
    {
        var schema = JsonNode.Parse(work.Schema)!;
        Translate(schema);
        _schema = NJsonSchema.JsonSchema.FromJsonAsync(schema.ToJsonString()).GetAwaiter().GetResult();
        var content = Encoding.UTF8.GetString(work.ContentOf(1 << 10));
        Misjudged = IsValid(content)
            ? work.Breaches.Select(breach => content.Replace(breach.Text, breach.Broken, StringComparison.Ordinal))
                .Zip(work.Breaches).Where(pair => IsValid(pair.First)).Select(pair => pair.Second.Broken).FirstOrDefault()
            : "what conforms";
    }

    /// <summary>What it judges otherwise than the schema says; null where nothing was found.</summary>
    internal string? Misjudged { get; }

    /// <summary>Its verdict on what a server has, which is bytes; it takes text.</summary>
    internal bool IsValid(byte[] content) => IsValid(Encoding.UTF8.GetString(content));

    private bool IsValid(string content) => _schema.Validate(content).Count == 0;

    private static void Translate(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Translate(item!);
            }
        }

        if (node is not JsonObject schema)
        {
            return;
        }

        Rename(schema, "items", schema.ContainsKey("prefixItems") ? "additionalItems" : "items");
        Rename(schema, "prefixItems", "items");
        Rename(schema, "$defs", "definitions");
        if (schema.Remove("const", out var only))
        {
            schema["enum"] = new JsonArray(only);
        }

        if (schema["$ref"] is { } reference)
        {
            schema["$ref"] = reference.GetValue<string>().Replace("$defs", "definitions", StringComparison.Ordinal);
        }

        foreach (var member in schema.Select(member => member.Value).ToArray())
        {
            Translate(member!);
        }
    }

    private static void Rename(JsonObject schema, string keyword, string earlier)
    {
        if (schema.Remove(keyword, out var value))
        {
            schema[earlier] = value;
        }
    }
}
