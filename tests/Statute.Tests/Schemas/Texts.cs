namespace Statute.Tests.Schemas;

/// <summary>Texts are what their escapes stand for, and are as long as they have code points.</summary>
public sealed class Texts
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("ä", 1)]
    [InlineData("🎈", 1)]
    [InlineData("a\u0308", 2)]
    [InlineData("""\ud83c\udf88""", 1)]
    [InlineData("""\u0041\n\"\/""", 4)]
    [InlineData("ααααααααααααααααα🎈🎈🎈🎈🎈", 22)]
    public void AreAsLongAsTheirCodePoints(string text, int length)
    {
        Assert.True(Compiled.Schema($$"""{"minLength":{{length}},"maxLength":{{length}}}""").IsValid($"\"{text}\""));
        Assert.False(Compiled.Schema($$"""{"minLength":{{length + 1}}}""").IsValid($"\"{text}\""));
        Assert.False(Compiled.Schema($$"""{"maxLength":{{length - 1}}}""").IsValid($"\"{text}\""));
    }

    [Theory]
    [InlineData("""{"const":"A/ä🎈"}""", """ "\u0041\/\u00e4\ud83c\udf88" """)]
    [InlineData("""{"enum":["\n"]}""", """ "\u000a" """)]
    [InlineData("""{"pattern":"^A\\n$"}""", """ "\u0041\n" """)]
    [InlineData("""{"format":"date"}""", """ "2026\u002d01-01" """)]
    [InlineData("""{"required":["ä"],"additionalProperties":false,"properties":{"ä":{"const":1}}}""", """ {"\u00e4":1} """)]
    [InlineData("""{"additionalProperties":false,"patternProperties":{"^ä$":{"const":1}}}""", """ {"\u00e4":1} """)]
    [InlineData("""{"const":{"ä":"ö"}}""", """ {"\u00E4":"\u00F6"} """)]
    public void AreWhatTheirEscapesStandFor(string schema, string content) => Assert.True(Compiled.Schema(schema).IsValid(content));

    [Theory]
    [InlineData("uuid", "7d9f3c52-04a1-4f6e-9c0b-5a6f2f1f9e10 7D9F3C52-04A1-4F6E-9C0B-5A6F2F1F9E10", "7d9f3c5204a14f6e9c0b5a6f2f1f9e10")]
    [InlineData("byte", "YQ== YWI= YWJj", "YQ YQ= Y YW-_ YQ==YQ==")]
    [InlineData("date-time", "2026-01-31T09:30:00Z 2026-01-31t09:30:00.5+01:00 1998-12-31T23:59:60Z", "2026-02-30T09:30:00Z 2026-01-31")]
    [InlineData("hostname", "a a.b xn--bcher-kva.example", "-a a..b a_b")]
    [InlineData("uri", "http://a/b?c#d urn:isbn:1 http://[::1]:80/", "/a http://a\\b http://[::g]/ http://a:b/")]
    [InlineData("json-pointer", "/a/b~0~1 /", "a /~2")]
    [InlineData("duration", "P1Y2M3DT4H5M6S P4W PT0S", "P P1S PT P1W1D P1DT")]
    public void HaveTheirFormat(string format, string valid, string invalid)
    {
        var schema = Compiled.Schema($$"""{"format":"{{format}}"}""");
        Assert.All(valid.Split(' '), text => Assert.True(schema.IsValid($"\"{text.Replace("\\", "\\\\")}\""), text));
        Assert.All(invalid.Split(' '), text => Assert.False(schema.IsValid($"\"{text.Replace("\\", "\\\\")}\""), text));
    }

    [Fact]
    public void HaveNoFormatUnlessItIsAsserted()
    {
        Assert.True(Compiled.Schema("""{"format":"uuid"}""", new()).IsValid("\"a\""));
        Assert.False(Compiled.Schema("""{"format":"uuid"}""", new() { AssertFormat = true }).IsValid("\"a\""));
    }
}
