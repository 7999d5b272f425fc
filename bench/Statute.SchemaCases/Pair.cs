using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Statute.SchemaCases;

/// <summary>A schema and a value, made by chance from a seed.</summary>
/// <param name="Schema">The schema, in JSON.</param>
/// <param name="Instance">The value, in JSON.</param>
public sealed record Pair(string Schema, string Instance)
{
    private const int InstancesOfASchema = 5;
    private const int Depth = 5;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pairs that Ajv has judged: 4,000 schemas with five values each.</summary>
    public static IEnumerable<Pair> All => Make(2026, 4000, PairKind.Ajv);

    /// <summary>Five pairs for each of so many schemas.</summary>
    public static IEnumerable<Pair> Make(ulong seed, int schemas, PairKind kind)
    {
        var chance = new Chance(seed);
        for (var number = 0; number < schemas; number++)
        {
            var schema = kind == PairKind.OpenApi30 ? new OpenApiMaker(chance).Make() : new SchemaMaker(chance, kind).Make();
            var text = schema.ToJsonString(Readable);
            var values = new ValueMaker(chance, schema);
            for (var instance = 0; instance < InstancesOfASchema; instance++)
            {
                var value = values.For(kind == PairKind.OpenApi30 ? schema["root"] : schema, Depth);
                var written = kind == PairKind.Ajv ? value?.ToJsonString(Readable) ?? "null" : Handwriting.Write(value, chance);
                yield return new Pair(text, written);
            }
        }
    }

    /// <summary>Writes all pairs, one a line: an array of the schema and the value.</summary>
    internal static void Write(Stream output)
    {
        using var writer = new StreamWriter(output) { NewLine = "\n" };
        foreach (var pair in All)
        {
            writer.WriteLine($"[{pair.Schema},{pair.Instance}]");
        }
    }
}
