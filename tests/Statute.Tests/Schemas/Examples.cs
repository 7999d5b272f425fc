using System.Text;
using System.Text.Json.Nodes;
using Statute.SchemaCases;
using Statute.Schemas;
using Statute.Tests.Schemas.Reference;

namespace Statute.Tests.Schemas;

/// <summary>Values that the engine makes: of a schema, and broken in one keyword.</summary>
public sealed class Examples
{
    public static TheoryData<string, string, string> Table => new()
    {
        { "true", "\"text\"", "\"text\"" },
        { """{"type":"integer"}""", "1", "1" },
        { """{"type":"null"}""", "null", "null" },
        { """{"const":{"a":[1]}}""", """{"a":[1]}""", """{"a":[1]}""" },
        { """{"minimum":1.5,"multipleOf":0.4}""", "1.6", "1.6" },
        { """{"exclusiveMinimum":0,"exclusiveMaximum":0.1,"type":"number"}""", "0.05", "0.05" },
        { """{"maximum":-7,"type":"integer"}""", "-7", "-7" },
        { """{"minLength":6}""", "\"texttt\"", "\"texttt\"" },
        { """{"maxLength":0}""", "\"\"", "\"\"" },
        { """{"format":"date"}""", "\"2026-01-01\"", "\"2026-01-01\"" },
        { """{"items":{"type":"integer"},"type":"array"}""", "[]", "[1]" },
        { """{"properties":{"a":{"const":1},"b":{"const":2}},"required":["b"]}""", """{"b":2}""", """{"a":1,"b":2}""" },
        { """{"properties":{"a":{"$ref":"#"}},"type":"object"}""", "{}", """{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}""" },
        { """{"dependentSchemas":{"a":{"required":["b"]}},"required":["a"],"additionalProperties":{"const":0}}""",
            """{"a":0,"b":0}""", """{"a":0,"b":0}""" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void ShowWhatMustBeThereAndWhatMayBe(string schema, string minimal, string full)
    {
        var compiled = Compiled.Schema(schema);
        Assert.Equal(minimal, Text(compiled.Example()));
        Assert.Equal(full, Text(compiled.Example(ExampleSize.Full)));
    }

    [Theory]
    [InlineData("""{"pattern":"^[A-Z]{2}-\\d{3,}$","minLength":9}""")]
    [InlineData("""{"pattern":"^(red|green)(,\\1)?$"}""")]
    [InlineData("""{"pattern":"^(?=.*\\d)[a-z0-9]{4}$"}""")]
    [InlineData("""{"uniqueItems":true,"minItems":5,"items":{"type":"integer","minimum":3}}""")]
    [InlineData("""{"contains":{"type":"string"},"minContains":2,"prefixItems":[{"type":"null"}],"minItems":3}""")]
    [InlineData("""{"minProperties":4,"propertyNames":{"pattern":"^n[0-9]+$"},"type":"object"}""")]
    [InlineData("""{"oneOf":[{"type":"string","maxLength":3},{"minLength":3}],"type":"string"}""")]
    [InlineData("""{"not":{"type":"string"}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"unevaluatedProperties":false,"allOf":[{"required":["a"]}]}""")]
    [InlineData("""{"anyOf":[{"type":"null"},{"required":["next"],"properties":{"next":{"$ref":"#"}}}]}""")]
    public void AreFoundByGuessing(string schema)
    {
        var compiled = Compiled.Schema(schema);
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.True(compiled.IsValid(compiled.Example(ExampleSize.Minimal, seed)!));
            Assert.True(compiled.IsValid(compiled.Example(ExampleSize.Full, seed)!));
        }
    }

    [Theory]
    [InlineData("""{"type":"object","patternProperties":{"^x":{"type":"integer"}},"additionalProperties":false,"minProperties":2}""")]
    [InlineData("""{"type":"object","patternProperties":{"^[ab]$":true,"c$":true},"additionalProperties":false,"minProperties":3}""")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number","minimum":3}]}""")]
    [InlineData("""{"properties":{"a":true},"not":{"required":["a"]},"type":"object"}""")]
    [InlineData("""{"type":"number","not":{"type":"integer"}}""")]
    public void AreFoundWhereTheFirstGuessIsWrong(string schema) => AreFoundByGuessing(schema);

    [Theory]
    [InlineData("false")]
    [InlineData("""{"type":"string","enum":[1]}""")]
    [InlineData("""{"required":["a"],"properties":{"a":{"$ref":"#"}},"type":"object"}""")]
    [InlineData("""{"minLength":2000000000,"type":"string"}""")]
    [InlineData("""{"minItems":2000000000,"type":"array"}""")]
    [InlineData("""{"minProperties":2000000000,"type":"object"}""")]
    public void AreNoneWhereNoneIsFound(string schema) => Assert.Null(Compiled.Schema(schema).Example(ExampleSize.Full));

    [Fact]
    public void AreTheSameForASeedAndOthersForOthers()
    {
        var schema = Compiled.Schema("""{"pattern":"^[a-z]{20}$"}""");
        Assert.Equal(Text(schema.Example(seed: 1)), Text(schema.Example(seed: 1)));
        Assert.NotEqual(Text(schema.Example(seed: 1)), Text(schema.Example(seed: 2)));
    }

    [Fact]
    public void AreChosenByADiscriminator()
    {
        var document = Encoding.UTF8.GetBytes("""
            {"a":{"oneOf":[{"$ref":"#/x/Cat"}],"discriminator":{"propertyName":"kind"}},
             "x":{"Cat":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"}}}}}
            """);
        var schema = JsonSchema.CompileMany(document, ["/a"], new() { Dialect = SchemaDialect.OpenApi30 })[0];
        Assert.Equal("""{"kind":"Cat"}""", Text(schema.Example()));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void ConformAndBrokenOnesDoNot(int seed)
    {
        var (found, broken, schemas) = (0, 0, 0);
        foreach (var pair in Pair.Make((ulong)seed, 300, PairKind.Specification).Where((_, number) => number % 5 == 0))
        {
            var schema = Compiled.Schema(pair.Schema);
            var reference = new ReferenceEvaluator(JsonNode.Parse(pair.Schema)!);
            schemas++;
            foreach (var size in Enum.GetValues<ExampleSize>())
            {
                if (schema.Example(size, seed) is { } example)
                {
                    Assert.True(reference.Holds(JsonNode.Parse(example)), $"{Text(example)} {pair.Schema}");
                    found++;
                }
            }

            foreach (var example in schema.BrokenExamples(seed))
            {
                Assert.False(reference.Holds(JsonNode.Parse(example.Content.Span)), $"{Text(example.Content.ToArray())} {pair.Schema}");
                Assert.Equal(example.Violation, Assert.Single(schema.Explain(example.Content.Span).Violations));
                broken++;
            }
        }

        Assert.True(found > schemas && broken > schemas, $"{found} examples and {broken} broken ones of {schemas} schemas");
    }

    [Fact]
    public void AreBrokenInEachKeyword()
    {
        var schema = Compiled.Schema("""
            {
              "type": "object", "required": ["id", "name"],
              "dependentRequired": { "until": ["since"] }, "additionalProperties": false,
              "properties": {
                "id": { "type": "integer", "minimum": 1, "maximum": 9, "multipleOf": 2 },
                "name": { "type": "string", "minLength": 2, "maxLength": 5, "pattern": "^[a-z]*$" },
                "kind": { "enum": ["a", "b"] }, "one": { "const": 1 }, "day": { "type": "string", "format": "date" },
                "share": { "exclusiveMinimum": 0, "exclusiveMaximum": 1, "type": "number" },
                "list": { "type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true, "items": { "type": "integer" } },
                "some": { "contains": { "const": 7 }, "minContains": 2, "maxContains": 3 },
                "pair": { "type": "array", "prefixItems": [{ "type": "string" }], "items": false },
                "pick": { "oneOf": [{ "type": "string" }, { "type": "integer" }, { "multipleOf": 5, "type": "number" }] },
                "any": { "anyOf": [{ "minimum": 10, "type": "number" }, { "maxLength": 2, "type": "string" }, { "maxItems": 0, "type": "array" }] },
                "no": { "not": { "type": "null" } },
                "if": { "if": { "type": "string" }, "then": { "maxLength": 4 } },
                "rest": { "type": "object", "properties": { "a": true }, "unevaluatedProperties": false },
                "bag": { "type": "object", "minProperties": 1, "maxProperties": 2, "propertyNames": { "maxLength": 100 } },
                "since": true, "until": true
              }
            }
            """);
        var locations = schema.BrokenExamples().Select(example => example.Violation.KeywordLocation);
        var broken = locations.Select(location => location[2..].Replace("properties/", "")).ToHashSet();
        string[] expected =
        [
            "type", "required", "dependentRequired", "additionalProperties", "id/type", "id/minimum", "id/maximum", "id/multipleOf",
            "name/type", "name/minLength", "name/maxLength", "name/pattern", "kind/enum", "one/const", "day/type", "day/format",
            "share/exclusiveMinimum", "share/exclusiveMaximum", "share/type", "list/type", "list/minItems", "list/maxItems",
            "list/uniqueItems", "list/items/type", "some/minContains", "some/maxContains", "pair/type", "pair/prefixItems/0/type",
            "pair/items", "pick/oneOf", "any/anyOf", "no/not", "if/then/maxLength", "rest/type", "rest/unevaluatedProperties",
            "bag/minProperties", "bag/maxProperties", "bag/propertyNames/maxLength",
        ];
        Assert.Empty(expected.Except(broken));
    }

    private static string? Text(byte[]? example) => example is null ? null : Encoding.UTF8.GetString(example);
}
