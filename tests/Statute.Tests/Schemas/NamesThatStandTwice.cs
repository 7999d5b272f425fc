using System.Text;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>A name that stands twice in an object is refused, wherever and however it is written: readers see different ones.</summary>
public sealed class NamesThatStandTwice
{
    [Theory]
    [InlineData("true", """{"a":1,"a":2}""")]
    [InlineData("true", """{"a":1,"b":{"c":[{"d":1,"d":1}]}}""")]
    [InlineData("true", """{"a":1,"\u0061":2}""")]
    [InlineData("true", """{"":1,"":2}""")]
    [InlineData("""{"properties":{"a":true}}""", """{"a":1,"\u0061":2}""")]
    [InlineData("""{"properties":{"a":true}}""", """{"b":1,"a":1,"b":2}""")]
    [InlineData("""{"properties":{"a":true,"b":true}}""", """{"b":1,"a":1,"b":2}""")]
    [InlineData("""{"not":{"type":"string"}}""", """{"x":{"a":1,"a":2}}""")]
    [InlineData("""{"anyOf":[{"required":["z"]},{"required":["x"]}]}""", """{"x":{"a":1,"a":2}}""")]
    [InlineData("""{"anyOf":[{"required":["x"]},{"required":["z"]}]}""", """{"x":1,"a":1,"a":2}""")]
    [InlineData("""{"not":{"required":["x"]}}""", """{"a":1,"a":2}""")]
    [InlineData("""{"contains":{"type":"object"}}""", """[{"a":1,"a":2}]""")]
    [InlineData("""{"const":{"a":1}}""", """{"a":1,"a":1}""")]
    [InlineData("""{"uniqueItems":true}""", """[{"a":1,"a":1},{"a":1}]""")]
    [InlineData("""{"patternProperties":{"a":true}}""", """{"a":1,"a":1}""")]
    [InlineData("""{"unevaluatedProperties":true}""", """{"a":1,"a":1}""")]
    public void AreMalformed(string schema, string content)
    {
        var compiled = Compiled.Schema(schema);
        Assert.False(compiled.IsValid(content));
        var report = compiled.Explain(content);
        Assert.Equal(SchemaVerdict.Malformed, report.Verdict);
        Assert.Contains("twice", Assert.Single(report.Violations).Detail);
    }

    [Theory]
    [InlineData("true", """{"a":{"a":{"a":1}},"b":{"a":1}}""")]
    [InlineData("""{"properties":{"a":{"properties":{"a":true}}}}""", """{"a":{"a":1},"b":{"a":1}}""")]
    [InlineData("true", """[{"a":1},{"a":1}]""")]
    [InlineData("true", """{"a":1,"A":1,"a ":1,"":1,"\u0000":1}""")]
    public void AreNotMistaken(string schema, string content) => Assert.True(Compiled.Schema(schema).IsValid(content));

    [Fact]
    public void AreFoundAmongManyNames()
    {
        var members = string.Join(',', Enumerable.Range(0, 5000).Select(number => $"\"name {number}\":{number}"));
        var schema = Compiled.Schema("true");
        Assert.True(schema.IsValid($"{{{members}}}"));
        Assert.All([0, 1, 2500, 4999], twice => Assert.False(schema.IsValid($$"""{{{members}},"name {{twice}}":1}""")));
    }

    [Fact]
    public void AreFaultsOfASchema()
    {
        Assert.Contains("twice", Assert.Single(Compiled.Faults("""{"type":"string","type":"number"}""")).Detail);
        using var parsed = System.Text.Json.JsonDocument.Parse("""{"properties":{"a":{"type":"string"},"a":{"type":"number"}}}""");
        Assert.Throws<SchemaLoadException>(() => JsonSchema.Compile(parsed.RootElement));
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xFF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xC0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x5B, 0x31, 0x5D, 0xC3 })]
    public void AndBytesThatAreNotUtf8AreMalformed(byte[] content)
    {
        Assert.Equal(SchemaVerdict.Malformed, Compiled.Schema("true").Judge(content));
        Assert.Equal(SchemaVerdict.Malformed, Compiled.Schema("""{"type":"null"}""").Judge(content));
        Assert.False(Compiled.Schema("true").IsValid(Segments.Of(content, 1)));
    }

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00""")]
    [InlineData("""\ud800\u0041""")]
    [InlineData("""a\udbff""")]
    public void AndHalfASurrogatePairIsMalformed(string text) =>
        Assert.Equal(SchemaVerdict.Malformed, Compiled.Schema("true").Judge(Encoding.UTF8.GetBytes($"[\"{text}\"]")));
}
