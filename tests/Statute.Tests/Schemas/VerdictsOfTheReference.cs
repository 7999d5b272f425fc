using System.Text;
using System.Text.Json.Nodes;
using Statute.SchemaCases;
using Statute.Schemas;
using Statute.Tests.Schemas.Reference;

namespace Statute.Tests.Schemas;

/// <summary>Schemas and values made by chance: the engine says what a slow and obvious evaluator says, and says it consistently.</summary>
public sealed class VerdictsOfTheReference
{
    private const int SchemasOfASeed = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AreOurs(int seed)
    {
        var valid = 0;
        foreach (var pair in Pair.Make((ulong)seed, SchemasOfASeed, PairKind.Specification))
        {
            var expected = new ReferenceEvaluator(JsonNode.Parse(pair.Schema)!).Holds(JsonNode.Parse(pair.Instance));
            var schema = Compiled.Schema(pair.Schema);
            Assert.True(expected == schema.IsValid(pair.Instance), $"{expected}: {pair.Schema} {pair.Instance}");
            Check(schema, pair, expected);
            valid += expected ? 1 : 0;
        }

        Assert.InRange(valid, SchemasOfASeed, 4 * SchemasOfASeed);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void AreOursOfOpenApi30(int seed)
    {
        var (valid, all) = (0, 0);
        foreach (var pair in Pair.Make((ulong)seed, SchemasOfASeed, PairKind.OpenApi30))
        {
            var document = JsonNode.Parse(pair.Schema)!;
            var schema = JsonSchema.CompileMany(
                Encoding.UTF8.GetBytes(pair.Schema), ["/root"], new SchemaOptions { Dialect = SchemaDialect.OpenApi30 })[0];
            var expected = new ReferenceEvaluator(OpenApi30Translation.Of(document)).Holds(JsonNode.Parse(pair.Instance));
            Assert.True(expected == schema.IsValid(pair.Instance), $"{expected}: {pair.Schema} {pair.Instance}");
            Check(schema, pair, expected);
            valid += expected ? 1 : 0;
            all++;
        }

        Assert.InRange(valid, all / 5, 4 * all / 5);
    }

    /// <summary>The verdict is the same in pieces, and with reasons, which are places in the schema.</summary>
    private static void Check(JsonSchema schema, Pair pair, bool valid)
    {
        var content = Encoding.UTF8.GetBytes(pair.Instance);
        Assert.Equal(valid, schema.IsValid(Segments.Of(content, 1)));
        var report = schema.Explain(content);
        Assert.Equal(valid ? SchemaVerdict.Valid : SchemaVerdict.Invalid, report.Verdict);
        Assert.Equal(valid, report.Violations.Count == 0);
        var root = JsonNode.Parse(pair.Schema);
        var value = JsonNode.Parse(pair.Instance);
        Assert.All(report.Violations,
            told => Assert.True(Leads(root, told.KeywordLocation) && Leads(value, told.Pointer), $"{told} {pair}"));
    }

    private static bool Leads(JsonNode? node, string pointer)
    {
        foreach (var token in Uri.UnescapeDataString(pointer).Split('/').Skip(1))
        {
            if (node is JsonArray items && int.Parse(token) < items.Count)
            {
                node = items[int.Parse(token)];
            }
            else if (node is not JsonObject members || !members.TryGetPropertyValue(token.Replace("~1", "/").Replace("~0", "~"), out node))
            {
                return false;
            }
        }

        return true;
    }
}
