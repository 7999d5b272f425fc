using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.BelowTheMiddleware;

/// <summary>
/// What a malformed or over-long head is answered with on HTTP/1.1, and by whom: the table of docs/below-the-middleware.md, each line sent
/// over a socket.
/// </summary>
public sealed class HeadThatIsWrong : IAsyncLifetime
{
    private const string Host = "Host: localhost\r\n";

    private static readonly Dictionary<string, string> Requests = new()
    {
        ["a target of 8,193 characters"] = $"GET /{new string('a', 8192)} HTTP/1.1\r\n{Host}\r\n",
        ["a target of 70,000 characters"] = $"GET /{new string('a', 69_999)} HTTP/1.1\r\n{Host}\r\n",
        ["101 fields"] = $"GET / HTTP/1.1\r\n{Host}{Fields(100)}\r\n",
        ["101 fields of one name"] = $"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Repeat("X-Same: 1\r\n", 100))}\r\n",
        ["1,500 fields"] = $"GET / HTTP/1.1\r\n{Host}{Fields(1499)}\r\n",
        ["fields of 33,000 characters"] = $"GET / HTTP/1.1\r\n{Host}X-Long: {new string('a', 33_000)}\r\n\r\n",
        ["fields of 140,000 characters"] = $"GET / HTTP/1.1\r\n{Host}X-Long: {new string('a', 140_000)}\r\n\r\n",
        ["an unknown Expect"] = $"GET / HTTP/1.1\r\n{Host}Expect: teapot\r\n\r\n",
        ["an empty Host"] = "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        ["Content-Length and Transfer-Encoding"] =
            $"POST / HTTP/1.1\r\n{Host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ["an unknown method"] = $"FOO / HTTP/1.1\r\n{Host}\r\n",
        ["no Host"] = "GET / HTTP/1.1\r\n\r\n",
        ["two Hosts"] = $"GET / HTTP/1.1\r\n{Host}Host: other\r\n\r\n",
        ["a Host that is none"] = "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        ["a Host other than the target's"] = "GET http://one/ HTTP/1.1\r\nHost: other\r\n\r\n",
        ["a Content-Length that is no number"] = $"POST / HTTP/1.1\r\n{Host}Content-Length: five\r\n\r\n",
        ["two Content-Lengths"] = $"POST / HTTP/1.1\r\n{Host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        ["a Transfer-Encoding other than chunked"] = $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: gzip\r\n\r\n",
        ["HTTP/3.7"] = $"GET / HTTP/3.7\r\n{Host}\r\n",
        ["a carriage return within a field"] = $"GET / HTTP/1.1\r\n{Host}X-Own: a\rb\r\n\r\n",
        ["a folded field"] = $"GET / HTTP/1.1\r\n{Host}X-Own: a\r\n b\r\n\r\n",
        ["a space in front of the colon"] = $"GET / HTTP/1.1\r\n{Host}X-Own : a\r\n\r\n",
        ["a null in the path"] = $"GET /%00 HTTP/1.1\r\n{Host}\r\n",
        ["a path that is not ASCII"] = $"GET /\u00e9 HTTP/1.1\r\n{Host}\r\n",
        ["CONNECT with a path"] = $"CONNECT / HTTP/1.1\r\n{Host}\r\n",
        ["CONNECT to a user at a host"] = $"CONNECT a@b:1 HTTP/1.1\r\n{Host}\r\n",
        ["GET of *"] = $"GET * HTTP/1.1\r\n{Host}\r\n",
        ["a target without a slash"] = $"GET things HTTP/1.1\r\n{Host}\r\n",
        ["a target of another scheme than http"] = $"GET ftp://localhost/ HTTP/1.1\r\n{Host}\r\n",
        ["no target"] = "GET\r\n\r\n",
        ["a method that is no token"] = $"G@T / HTTP/1.1\r\n{Host}\r\n",
        ["a field without a name"] = $"GET / HTTP/1.1\r\n{Host}: a\r\n\r\n",
        ["a field that is neither ASCII nor UTF-8"] = $"GET / HTTP/1.1\r\n{Host}X-Own: \u00ff\u00fe\r\n\r\n",
        ["HTTP/1.0 and content without a length"] = "POST / HTTP/1.0\r\nContent-Type: text/plain\r\n\r\n",
    };

    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            app.MapGet("/", () => "here");
            app.MapPost("/", () => "done");
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Is_answered_as_documented()
    {
        var documented = BelowTheMiddlewarePage.Rows("HTTP/1.1");
        var actual = new List<string>();
        foreach (var (name, request) in Requests)
        {
            using var connection = _app.Connect();
            var answer = await connection.AskAsync(request);
            var by = answer["Content-Type"] == "application/problem+json" ? "the table" : "Kestrel alone";
            actual.Add($"{name} | {answer.Status} | {by}");
        }

        Assert.Equal(documented, actual);
    }

    [Fact]
    public async Task Is_not_one_that_only_has_a_field_of_Kestrels_name()
    {
        using var connection = _app.Connect();
        Assert.Equal(200, (await connection.AskAsync($"GET / HTTP/1.1\r\n{Host}X-Content-Length: 5\r\n\r\n")).Status);
    }

    /// <summary>Expect is a list, of which empty elements do not count; and a field of Kestrel's name may be the client's own.</summary>
    [Theory]
    [InlineData("Expect: 100-continue\r\nExpect: 100-continue\r\n")]
    [InlineData("Expect: 100-continue, 100-Continue,\r\n")]
    [InlineData("Expect:\r\n")]
    [InlineData("X-Content-Length: 5\r\nX-Own: a\r\nTransfer-Encoding: chunked\r\n")]
    public async Task Is_not_one_that_only_looks_so(string fields)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync($"POST / HTTP/1.1\r\n{Host}{fields}\r\n0\r\n\r\n");
        Assert.Equal(200, answer.Status);
    }

    private static string Fields(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"X-Own-{i}: 1\r\n"));
}
