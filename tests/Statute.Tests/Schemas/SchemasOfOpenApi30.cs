using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>What the schema object of OpenAPI 3.0 says otherwise than JSON Schema.</summary>
public sealed class SchemasOfOpenApi30
{
    private static readonly SchemaOptions OpenApi30 = new() { Dialect = SchemaDialect.OpenApi30, AssertFormat = true };

    private const string Pets = """
        {"components":{"schemas":{
          "Pet":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"}}},
          "Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"}],"properties":{"lives":{"type":"integer"}}},
          "Dog":{"allOf":[{"$ref":"#/components/schemas/Pet"}],"properties":{"lives":{"type":"string"}}},
          "Any":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],
                 "discriminator":{"propertyName":"kind","mapping":{"hound":"#/components/schemas/Dog","kitten":"Cat"}}}
        }}}
        """;

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", "null \"a\"", "1")]
    [InlineData("""{"type":"string","nullable":false}""", "\"a\"", "null")]
    [InlineData("""{"nullable":true,"minimum":1}""", "null 1 \"a\"", "0")]
    [InlineData("""{"type":"integer","minimum":1,"exclusiveMinimum":true}""", "2", "1 0")]
    [InlineData("""{"type":"integer","minimum":1,"exclusiveMinimum":false}""", "1", "0")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483647", "2147483648 1.5")]
    [InlineData("""{"type":"object","additionalProperties":false}""", "{}", """{"a":1}""")]
    [InlineData("""{"type":"object","additionalProperties":true}""", """{} {"a":1}""", "1")]
    [InlineData("""{"type":"string","enum":["a",null],"nullable":true}""", "null \"a\"", "\"b\"")]
    public void MeansWhatItSays(string schema, string valid, string invalid)
    {
        var compiled = Compiled.Schema(schema, OpenApi30);
        Assert.All(valid.Split(' '), content => Assert.True(compiled.IsValid(content), content));
        Assert.All(invalid.Split(' '), content => Assert.False(compiled.IsValid(content), content));
    }

    [Theory]
    [InlineData("""{"patternProperties":{}}""", "#/patternProperties")]
    [InlineData("""{"const":1}""", "#/const")]
    [InlineData("""{"type":["string"]}""", "#/type")]
    [InlineData("""{"type":"null"}""", "#/type")]
    [InlineData("""{"exclusiveMinimum":1}""", "#/exclusiveMinimum")]
    [InlineData("""{"exclusiveMinimum":true}""", "#/exclusiveMinimum")]
    [InlineData("""{"items":true}""", "#/items")]
    [InlineData("""{"discriminator":{}}""", "#/discriminator")]
    [InlineData("""{"discriminator":{"propertyName":"a"},"oneOf":[{"type":"string"}]}""", "#/discriminator")]
    public void RefusesWhatItLacks(string schema, string location) =>
        Assert.Equal(location, Assert.Single(Compiled.Faults(schema, OpenApi30)).Location);

    [Fact]
    public void ListsWhatIsExempt()
    {
        var schema = Compiled.Schema("""{"const":1,"x-a":2}""", OpenApi30 with { ExemptKeywords = ["const"] });
        Assert.Equal("#/const", Assert.Single(schema.Notices).Location);
        Assert.True(schema.IsValid("2"));
    }

    [Fact]
    public void LeavesAloneWhatStandsBesideAReference()
    {
        var schema = Compiled.Schema("""{"properties":{"a":{"$ref":"#/x-a","maximum":1}},"x-a":{"type":"integer"}}""", OpenApi30);
        Assert.True(schema.IsValid("""{"a":2}"""));
    }

    [Theory]
    [InlineData("""{"kind":"Cat","lives":9}""", true, "")]
    [InlineData("""{"lives":9,"kind":"kitten"}""", true, "")]
    [InlineData("""{"kind":"hound","lives":"one"}""", true, "")]
    [InlineData("""{"kind":"Dog","lives":1}""", false, "#/lives")]
    [InlineData("""{"kind":"Cow"}""", false, "#")]
    [InlineData("""{}""", false, "#")]
    [InlineData("""{"kind":1}""", false, "#")]
    public void ChoosesByTheDiscriminator(string content, bool valid, string pointer)
    {
        var schema = JsonSchema.CompileMany(System.Text.Encoding.UTF8.GetBytes(Pets), ["/components/schemas/Any"], OpenApi30)[0];
        Assert.Equal(valid, schema.IsValid(content));
        Assert.Equal(pointer, string.Concat(schema.Explain(content).Violations.Select(told => told.Pointer)));
    }
}
