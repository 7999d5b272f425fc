using Statute.Acceptance.Stock;

namespace Statute.Acceptance.Readme;

/// <summary>The runner itself, on documents that are right or wrong in one place. As written, so that no row of ours is needed.</summary>
public sealed class DocumentThatIsWrong(StockroomAsWritten stockroom) : IClassFixture<StockroomAsWritten>
{
    private const string Right = """
        Anything before.

        ```console
        $ curl -si -u clerk:clerk -X DELETE http://127.0.0.1:5080/items
        HTTP/1.1 405 Method Not Allowed
        allow: GET, POST

        {"type":"...","title":"Method Not Allowed","status":405}
        ```

        ```console
        $ dotnet run
        is not a curl
        ```

        ```console
        $ curl -si -u clerk:clerk http://127.0.0.1:5080/transfers \
            -H 'Content-Type: application/json' -d '{"from":"A","to":"A","qty":0}'
        HTTP/1.1 400 Bad Request

        {"errors":{
          "To": ["The field To must differ from From."],
          "Qty": ["... between 1 and ..."]}}
        $ curl -s -u clerk:clerk http://127.0.0.1:5080/items
        []
        ```
        """;

    [Fact]
    public async Task InNothingPasses() => Assert.Empty(await ReadmeRun.FailuresAsync(Right, stockroom.Address));

    [Fact]
    public void HasAnExchangeForEachCurl() =>
        Assert.Equal(
            [(4, "405"), (17, "400"), (24, "content")],
            Exchange.ReadAll(Right).Select(exchange => (exchange.Line, exchange.Row)));

    [Theory]
    [InlineData("405 Method Not", "404 Method Not", "- HTTP/1.1 404 Method Not Allowed", "+ HTTP/1.1 405 Method Not Allowed")]
    [InlineData("1.1 405 Method Not", "1.1 405 Method not", "- HTTP/1.1 405 Method not Allowed", "+ HTTP/1.1 405 Method Not Allowed")]
    [InlineData("\"title\":\"Method", "\"title\":\"Verb", "- #/title: \"Verb Not Allowed\"", "+ #/title: \"Method Not Allowed\"")]
    [InlineData("\"status\":405", "\"status\":\"405\"", "- #/status: \"405\"", "+ #/status: 405")]
    [InlineData("\"status\":405", "\"repeat\":\"modified\"", "- #/repeat: \"modified\"", "+ #/repeat: (no such member)")]
    [InlineData("allow: GET, POST", "allow: GET", "- allow: GET", "+ Allow: GET, POST")]
    [InlineData("allow: GET, POST", "Retry-After: ...", "- Retry-After: ...", "+ (no field 'retry-after')")]
    [InlineData("between 1 and", "between 2 and", "- #/errors/Qty/0: \"... between 2 and ...\"",
        "+ #/errors/Qty/0: \"The field Qty must be between 1 and 1000000.\"")]
    [InlineData("\n[]\n", "\n[1]\n", "- #: [1]", "+ #: []")]
    [InlineData("/items\nHTTP", "/items -o x\nHTTP", "- HTTP/1.1 405 Method Not Allowed", "+ (no status line)")]
    public async Task InOnePlaceFailsThere(string right, string wrong, string printed, string came)
    {
        var document = Right.ReplaceLineEndings("\n").Replace(right, wrong);
        var failure = Assert.Single(await ReadmeRun.FailuresAsync(document, stockroom.Address));
        Assert.Contains($"{printed}\n  {came}", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesRowLineAndCommand()
    {
        var document = Right.Replace("405", "410", StringComparison.Ordinal);
        var failure = Assert.Single(await ReadmeRun.FailuresAsync(document, stockroom.Address));
        Assert.StartsWith("410, line 4: curl -si -u clerk:clerk -X DELETE", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void InItsFencesIsRefused() =>
        Assert.Equal(
            "The block of line 3 has no end.",
            Assert.Throws<FormatException>(() => Exchange.ReadAll("\n\n```console\n$ curl -si http://127.0.0.1:5080/items")).Message);

    [Fact]
    public void AnInterimAnswerIsNotTheAnswer()
    {
        var came = HttpText.Parse(["HTTP/1.1 100 Continue", "", "HTTP/1.1 200 OK", "ETag: \"1\"", "", "{}"]);
        Assert.Equal(("HTTP/1.1 200 OK", "ETag: \"1\"", "{}"), (came.StatusLine, Assert.Single(came.Fields), came.Content));
    }
}
