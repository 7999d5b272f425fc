using System.Text;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>The explaining run names every violation: its place, its keyword and what to correct.</summary>
public sealed class ContentThatBreaksKeywords
{
    // schema | content | a line for each violation: pointer keyword-location detail
    public static TheoryData<string, string, string> Table => new()
    {
        { """{"type":"string"}""", "1", "# #/type This is a number; it must be a string." },
        { """{"type":["integer","null"]}""", "1.5", "# #/type This is a number; it must be null or a whole number." },
        { """{"enum":[1,"a"]}""", "2", """# #/enum This must be one of 1, "a".""" },
        { """{"const":{"a":1}}""", "2", """# #/const This must be {"a":1}.""" },
        { """{"multipleOf":0.01}""", "0.075", "# #/multipleOf This number must be a multiple of 0.01." },
        { """{"maximum":1e400}""", "1e401", "# #/maximum This number must be at most 1e400." },
        { """{"exclusiveMinimum":0}""", "0", "# #/exclusiveMinimum This number must be above 0." },
        { """{"maxLength":1}""", "\"🎈🎈\"", "# #/maxLength This text has 2 characters; it must have at most 1." },
        { """{"minLength":2}""", "\"🎈\"", "# #/minLength This text has 1 character; it must have at least 2." },
        { """{"pattern":"^a"}""", "\"b\"", "# #/pattern This text must match the pattern '^a'." },
        { """{"format":"ipv4"}""", "\"b\"", "# #/format This must have the format 'ipv4'." },
        { """{"items":{"type":"null"}}""", "[0,null,1]", """
            #/0 #/items/type This is a number; it must be null.
            #/2 #/items/type This is a number; it must be null.
            """ },
        { """{"minItems":2,"uniqueItems":true}""", "[0]", "# #/minItems This array has 1 item; it must have at least 2." },
        { """{"uniqueItems":true}""", "[1,2,1.0]", "# #/uniqueItems The items of this array must differ; two are equal." },
        { """{"contains":{"const":1}}""", "[2]", "# #/contains No item of this array conforms to 'contains'; one must." },
        { """{"contains":{"const":1},"maxContains":1}""", "[1,1]",
            "# #/maxContains 2 of the items of this array conform to 'contains'; at most 1 must." },
        { """{"required":["a","b"]}""", "{}", """
            # #/required The member 'a' is missing.
            # #/required The member 'b' is missing.
            """ },
        { """{"properties":{"a/b":false}}""", """{"a/b":1}""", "#/a~1b #/properties/a~1b Nothing may stand here. Remove it." },
        { """{"propertyNames":{"maxLength":1}}""", """{"ab":1}""",
            "#/ab #/propertyNames/maxLength This text has 2 characters; it must have at most 1." },
        { """{"dependentRequired":{"a":["b"]}}""", """{"a":1}""",
            "# #/dependentRequired The member 'b' is missing; another one that is there needs it." },
        { """{"$ref":"#/$defs/a","$defs":{"a":{"not":{}}}}""", "1", "# #/$defs/a/not This conforms to a schema that must not hold." },
        { """{"oneOf":[{"type":"number"},{"const":1}]}""", "1",
            "# #/oneOf This conforms to more than one of the schemas of which exactly one must hold." },
        { """{"anyOf":[{"minimum":1},{"maximum":-1}]}""", "0",
            "# #/anyOf This conforms to none of the schemas of which one at least must hold." },
        { """{"if":{"type":"number"},"then":{"minimum":5}}""", "0", "# #/then/minimum This number must be at least 5." },
        { """{"unevaluatedProperties":false}""", """{"ä b":1}""",
            "#/%C3%A4%20b #/unevaluatedProperties Nothing may stand here. Remove it." },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void IsToldWhatAndWhere(string schema, string content, string expected)
    {
        var report = Compiled.Schema(schema).Explain(content);
        Assert.Equal(SchemaVerdict.Invalid, report.Verdict);
        Assert.Equal(expected, string.Join('\n', report.Violations.Select(told => $"{told.Pointer} {told.KeywordLocation} {told.Detail}")));
        Assert.All(report.Violations, told => Assert.True(told.Keyword == "false" || told.KeywordLocation.Split('/')[^1] == told.Keyword));
    }

    [Fact]
    public void IsToldEveryViolationOfEveryDepth()
    {
        var schema = Compiled.Schema("""
            {"properties":{"lines":{"items":{"properties":{"qty":{"minimum":1},"sku":{"type":"string"}},"required":["sku"]}}}}
            """);
        var report = schema.Explain("""{"lines":[{"qty":0},{"qty":0,"sku":1},{"sku":"a","qty":1},3]}""");
        Assert.Equal(["#/lines/0/qty", "#/lines/0", "#/lines/1/qty", "#/lines/1/sku"], report.Violations.Select(told => told.Pointer));
    }

    [Fact]
    public void IsToldAboutABranchWhereItsConstantsTellWhichIsMeant()
    {
        var schema = Compiled.Schema("""
            {"oneOf":[{"required":["by"],"properties":{"by":{"const":"card"},"last4":{"type":"string"}}},
                      {"required":["by"],"properties":{"by":{"const":"cash"}}}]}
            """);
        Assert.Equal("#/last4", Assert.Single(schema.Explain("""{"by":"card","last4":1}""").Violations).Pointer);
        Assert.Equal("oneOf", Assert.Single(schema.Explain("""{"by":"stone","last4":1}""").Violations).Keyword);
    }

    [Theory]
    [InlineData("""{"a b":1,"$ref":2}""", "#/a%20b #/$ref")]
    [InlineData("""{"é/~":1,"%25":2}""", "#/%C3%A9~1~0 #/%2525")]
    public void IsToldItsPlacesAsFragmentsOfUris(string content, string pointers)
    {
        var report = Compiled.Schema("""{"additionalProperties":{"type":"null"}}""").Explain(content);
        Assert.Equal(pointers, string.Join(' ', report.Violations.Select(told => told.Pointer)));
        var properties = Compiled.Schema(content.Replace("1", "false").Replace(":2", ":false").Insert(0, """{"properties":""") + "}");
        Assert.Equal(pointers.Replace("#", "#/properties"),
            string.Join(' ', properties.Explain(content).Violations.Select(told => told.KeywordLocation)));
    }

    [Fact]
    public void IsToldThePlaceAroundWhereItsOwnPointerWouldBeTooLong()
    {
        var schema = Compiled.Schema("""{"additionalProperties":{"additionalProperties":{"type":"null"}}}""");
        string[] names = [new string('é', 170), "b", "c" + new string('d', 995), "c" + new string('d', 996)];
        var report = schema.Explain("{\"a\":{" + string.Join(',', names.Select(name => $"\"{name}\":1")) + "}}");
        Assert.Equal(["#/a", "#/a/b", "#/a/c" + new string('d', 995), "#/a"], report.Violations.Select(told => told.Pointer));
        Assert.Equal([true, false, false, true], report.Violations.Select(told => told.Detail.Contains("more than 1000 characters")));
    }

    [Theory]
    [InlineData("""{"additionalProperties":{"items":{"type":"null"}}}""", "{\"LONG\":[ITEMS]}")]
    [InlineData("""{"items":{"enum":["LONG","LONG","LONG","LONG","LONG","LONG","LONG","LONG"]}}""", "[ITEMS]")]
    [InlineData("""{"items":{"const":"LONG"}}""", "[ITEMS]")]
    [InlineData("""{"items":{"pattern":"^(LONG)$"}}""", "[ITEMS]")]
    [InlineData("""{"items":{"required":["LONG"]}}""", "[ITEMS]")]
    [InlineData("""{"items":{"properties":{"LONG":{"type":"null"}}}}""", "[{\"LONG\":1}]")]
    public void IsToldNoMoreThanAMillionCharactersWhateverItAndTheSchemaHold(string schema, string content)
    {
        var text = new string('x', 10_000);
        var compiled = Compiled.Schema(schema.Replace("LONG", text), new() { Budgets = new() { Violations = 5000, Steps = 100_000_000 } });
        var items = string.Join(',', Enumerable.Repeat(schema.Contains("required") ? "{}" : "\"\"", 5000));
        var report = compiled.Explain(content.Replace("LONG", text).Replace("ITEMS", items));
        Assert.Equal(SchemaVerdict.Invalid, report.Verdict);
        Assert.InRange(report.Violations.Sum(told => told.Pointer.Length + told.KeywordLocation.Length + told.Detail.Length), 1, 1 << 20);
        Assert.All(report.Violations, told => Assert.True(told.Detail.Length < 2500 && told.KeywordLocation.Length <= 1000, told.Detail));
        Assert.Equal(report.Violations.Count < (schema.Contains("properties") ? 1 : 5000), report.IsCapped);
    }

    [Fact]
    public void IsToldUpToACapAndThatThereAreMore()
    {
        var schema = Compiled.Schema("""{"items":{"type":"string"}}""", new() { Budgets = new() { Violations = 3 } });
        var report = schema.Explain("[1,2,3,4]");
        Assert.Equal((3, true), (report.Violations.Count, report.IsCapped));
        Assert.False(schema.Explain("[1,2,3]").IsCapped);
    }

    [Fact]
    public void IsMalformedRatherThanInvalidWhereItEndsInNoJson()
    {
        var schema = Compiled.Schema("""{"items":{"type":"string"}}""", new() { Budgets = new() { Violations = 1 } });
        Assert.Equal(SchemaVerdict.Malformed, schema.Judge("[1,2,"));
        var report = schema.Explain("[1,\n2,");
        Assert.Equal(SchemaVerdict.Malformed, report.Verdict);
        Assert.Equal("The content is not JSON: line 2, byte 3.", Assert.Single(report.Violations).Detail);
    }

    [Fact]
    public void IsNotToldWhatItHolds()
    {
        const string Secret = "hunter2";
        var schema = Compiled.Schema("""{"enum":["a"],"pattern":"^a","format":"uuid","maxLength":1,"type":"null"}""");
        var report = schema.Explain($"\"{Secret}\"");
        Assert.NotEmpty(report.Violations);
        Assert.DoesNotContain(Secret, string.Concat(report.Violations));
    }

    [Fact]
    public void IsToldTheSameInPieces()
    {
        var schema = Compiled.Schema("""{"items":{"properties":{"a":{"minimum":1}}}}""");
        var content = Encoding.UTF8.GetBytes("""[{"a":0},{"a":1},{"b":0,"a":-1}]""");
        Assert.Equal(schema.Explain(content).Violations, schema.Explain(Segments.Of(content, 1)).Violations);
        Assert.Equal(SchemaVerdict.Invalid, schema.Judge(Segments.Of(content, 1)));
        Assert.Equal(SchemaVerdict.Malformed, schema.Judge(Segments.Of(content[..^1], 3)));
        Assert.Equal(SchemaVerdict.Valid, schema.Judge(new System.Buffers.ReadOnlySequence<byte>("[]"u8.ToArray())));
    }
}
