using System.Text;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>A fault of a schema stops it from being used, and all faults are told together; what is only not judged is listed.</summary>
public sealed class SchemasThatDoNotLoad
{
    [Theory]
    [InlineData("", "#")]
    [InlineData("{", "#")]
    [InlineData("1", "#")]
    [InlineData("""{"properties":{"a":1}}""", "#/properties/a")]
    [InlineData("""{"type":"text"}""", "#/type")]
    [InlineData("""{"type":[]}""", "#/type")]
    [InlineData("""{"type":["string","string"]}""", "#/type")]
    [InlineData("""{"enum":1}""", "#/enum")]
    [InlineData("""{"minLength":-1}""", "#/minLength")]
    [InlineData("""{"maxItems":1.5}""", "#/maxItems")]
    [InlineData("""{"maximum":"1"}""", "#/maximum")]
    [InlineData("""{"exclusiveMaximum":true}""", "#/exclusiveMaximum")]
    [InlineData("""{"multipleOf":0}""", "#/multipleOf")]
    [InlineData("""{"multipleOf":-1}""", "#/multipleOf")]
    [InlineData("""{"multipleOf":1.0000000000000000001}""", "#/multipleOf")]
    [InlineData("""{"uniqueItems":"yes"}""", "#/uniqueItems")]
    [InlineData("""{"required":["a","a"]}""", "#/required")]
    [InlineData("""{"required":[1]}""", "#/required")]
    [InlineData("""{"required":true}""", "#/required")]
    [InlineData("""{"properties":[]}""", "#/properties")]
    [InlineData("""{"dependentRequired":{"a":1}}""", "#/dependentRequired")]
    [InlineData("""{"patternProperties":{"(":true}}""", "#/patternProperties")]
    [InlineData("""{"allOf":[]}""", "#/allOf")]
    [InlineData("""{"allOf":{}}""", "#/allOf")]
    [InlineData("""{"items":[{}]}""", "#/items")]
    [InlineData("""{"format":1}""", "#/format")]
    [InlineData("""{"$ref":1}""", "#/$ref")]
    [InlineData("""{"$ref":"#/$defs/a"}""", "#/$ref")]
    [InlineData("""{"$ref":"other.json"}""", "#/$ref")]
    [InlineData("""{"$ref":"#a"}""", "#/$ref")]
    [InlineData("""{"$ref":"#"}""", "#")]
    [InlineData("""{"allOf":[{"anyOf":[{"$ref":"#"}]}]}""", "#")]
    [InlineData("""{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}""", "#/$defs/b/$anchor")]
    [InlineData("""{"$id":"http://a/#b"}""", "#/$id")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#"}""", "#/$schema")]
    public void HaveTheirFaultNamed(string schema, string location) =>
        Assert.Contains(location, Compiled.Faults(schema).Select(fault => fault.Location));

    [Theory]
    [InlineData("""{"const":"\ud800"}""", "#/const: This text has half of a surrogate pair: line 1, byte 10.")]
    [InlineData("""{"pattern":"\ud800"}""", "#/pattern: This text has half of a surrogate pair: line 1, byte 12.")]
    [InlineData("""{"enum":[1,"a\udc00"]}""", "#/enum/1: This text has half of a surrogate pair: line 1, byte 12.")]
    [InlineData("""{"type":"\ud800"}""", "#/type: This text has half of a surrogate pair: line 1, byte 9.")]
    [InlineData("""{"$ref":"\ud800"}""", "#/$ref: This text has half of a surrogate pair: line 1, byte 9.")]
    [InlineData("""{"required":["\ud800"]}""", "#/required/0: This text has half of a surrogate pair: line 1, byte 14.")]
    [InlineData("""{"properties":{"\ud800":true}}""", "#/properties: A name has half of a surrogate pair: line 1, byte 16.")]
    [InlineData("{\n \"type\":\"null\",\n \"type\":\"null\"}", "#/type: The name 'type' stands twice in its object: line 3, byte 2.")]
    [InlineData("""{"$defs":{"a b":{"x":1,"\u0078":2}}}""", "#/$defs/a%20b/x: The name 'x' stands twice in its object: line 1, byte 24.")]
    [InlineData("{\"a\":\n]", "#: The document is not JSON: line 2, byte 1.")]
    [InlineData("{\"const\":1e1000000000000000000000000000000000000}",
        "#: A number has an exponent of more than 36 digits: line 1, byte 10.")]
    public void HaveFaultsOfTheirTextNamedWithTheirPlaces(string schema, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Compiled.Faults(schema)).ToString());

    [Fact]
    public void HaveAllFaultsOfTheirTextTold()
    {
        var faults = Compiled.Faults("""{"a":1,"a":{"b":"\udead","c":1,"c":2},"\ud800":[}""");
        Assert.Equal(["#/a", "#/a/b", "#/a/c", "#", "#"], faults.Select(fault => fault.Location));
    }

    [Fact]
    public void AreThoseThatAreNotUtf8()
    {
        var fault = Assert.Throws<SchemaLoadException>(() => JsonSchema.Compile(new byte[] { (byte)'"', 0xC3, (byte)'"' })).Faults;
        Assert.Equal("#: The document is not UTF-8: line 1, byte 2.", Assert.Single(fault).ToString());
    }

    [Fact]
    public void HaveAllTheirFaultsTold()
    {
        var faults = Compiled.Faults("""{"type":"text","minLength":"a","properties":{"b":{"pattern":"("},"c":{"$ref":"#/nowhere"}}}""");
        Assert.Equal(["#/minLength", "#/properties/b/pattern", "#/properties/c/$ref", "#/type"],
            faults.Select(fault => fault.Location).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"minimum":2,"maximum":1}""", "#/minimum")]
    [InlineData("""{"minLength":2,"maxLength":1}""", "#/minLength")]
    [InlineData("""{"minItems":2,"maxItems":1}""", "#/minItems")]
    [InlineData("""{"minProperties":2,"maxProperties":1}""", "#/minProperties")]
    [InlineData("""{"contains":{},"minContains":2,"maxContains":1}""", "#/minContains")]
    [InlineData("""{"exclusiveMinimum":1,"maximum":1}""", "#/exclusiveMinimum")]
    [InlineData("""{"enum":[]}""", "#/enum")]
    [InlineData("""{"enum":["a"],"type":"number"}""", "#/enum")]
    [InlineData("""{"required":["a","b"],"maxProperties":1}""", "#/required")]
    [InlineData("""{"required":["a"],"additionalProperties":false}""", "#/required")]
    [InlineData("""{"minLenght":1}""", "#/minLenght")]
    [InlineData("""{"dependencies":{}}""", "#/dependencies")]
    [InlineData("""{"nullable":true}""", "#/nullable")]
    [InlineData("""{"format":"color"}""", "#/format")]
    [InlineData("""{"contentEncoding":"base64"}""", "#/contentEncoding")]
    [InlineData("""{"contentMediaType":"application/json"}""", "#/contentMediaType")]
    [InlineData("""{"contentSchema":false}""", "#/contentSchema")]
    [InlineData("""{"type":"string","const":5}""", "#/const")]
    [InlineData("""{"enum":["a"],"const":"b"}""", "#/const")]
    [InlineData("""{"minimum":3,"const":2}""", "#/const")]
    [InlineData("""{"maxLength":1,"enum":["ab","cd"]}""", "#/enum")]
    [InlineData("""{"required":["a"],"properties":{"a":false}}""", "#/required")]
    [InlineData("""{"minContains":2}""", "#/minContains")]
    [InlineData("""{"maxContains":2}""", "#/maxContains")]
    [InlineData("""{"then":false}""", "#/then")]
    [InlineData("""{"else":false}""", "#/else")]
    [InlineData("""{"type":"string","format":"int32"}""", "#/format")]
    [InlineData("""{"type":"integer","format":"date"}""", "#/format")]
    [InlineData("""{"type":["integer","string"],"format":"date"}""", null)]
    [InlineData("""{"type":"integer","format":"int32"}""", null)]
    [InlineData("""{"maxLength":1,"enum":["ab","c"]}""", null)]
    [InlineData("""{"if":{"minimum":1},"then":{"const":2}}""", null)]
    [InlineData("""{"contains":{},"minContains":0}""", null)]
    [InlineData("""{"x-internal":1,"discriminator":{"propertyName":"a"}}""", null)]
    public void AreNotThoseWhoseOddityIsListed(string schema, string? location)
    {
        var notices = Compiled.Schema(schema).Notices;
        Assert.Equal(location is null ? [] : [location], notices.Select(notice => notice.Location));
    }

    [Fact]
    public void AreNotThoseWithFormatsThatNobodyAsserts()
    {
        var schema = Compiled.Schema("""{"properties":{"a":{"format":"date"},"b":{"format":"date"},"c":{"format":"int32"}}}""", new());
        Assert.Equal(["#/properties/a/format", "#/properties/c/format"], schema.Notices.Select(notice => notice.Location));
        Assert.All(schema.Notices, notice => Assert.Contains("'AssertFormat' is not set", notice.Detail));
    }

    [Fact]
    public void AreSchemasThatNestFartherThanTheStack()
    {
        var depth = 100_000;
        var schema = string.Concat(Enumerable.Repeat("""{"not":""", depth)) + "{}" + new string('}', depth);
        Assert.NotEmpty(Compiled.Faults(schema));
    }

    [Fact]
    public void AreNotThoseWhoseReferencesTheResolverFinds()
    {
        var options = new SchemaOptions
        {
            BaseUri = "https://example.org/a/root.json",
            Resolver = uri => uri == "https://example.org/a/b.json" ? """{"$defs":{"c":{"type":"null"}}}"""u8.ToArray() : null,
        };
        var schema = Compiled.Schema("""{"$ref":"b.json#/$defs/c"}""", options);
        Assert.True(schema.IsValid("null"));
        Assert.Equal("https://example.org/a/b.json#/$defs/c/type", Assert.Single(schema.Explain("1").Violations).KeywordLocation);
        Assert.Equal("https://example.org/a/root.json#/$ref", Assert.Single(Compiled.Faults("""{"$ref":"d.json"}""", options)).Location);
    }

    [Fact]
    public void OfADocumentAreCompiledTogether()
    {
        var document = Encoding.UTF8.GetBytes("""
            {"components":{"schemas":{"Pet":{"required":["name"],"properties":{"mate":{"$ref":"#/components/schemas/Pet"}}},"Id":{"type":"integer"}}}}
            """);
        var schemas = JsonSchema.CompileMany(document, ["/components/schemas/Pet", "/components/schemas/Id"]);
        Assert.Equal([true, false], schemas.Select(schema => schema.IsValid("""{"name":1,"mate":{"name":2}}""")));
        Assert.False(schemas[0].IsValid("""{"name":1,"mate":{}}"""));
        Assert.Throws<SchemaLoadException>(() => JsonSchema.CompileMany(document, ["/components/schemas/Nobody"]));
    }
}
