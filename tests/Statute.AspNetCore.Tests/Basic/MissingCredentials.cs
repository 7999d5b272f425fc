using System.Net;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class MissingCredentials
{
    private const string Head = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task Are_401_with_a_challenge_and_no_body()
    {
        await using var app = new BasicApp { Options = options => options.Realm = "store" };
        await app.StartAsync();
        var answer = await app.SendRawAsync(Head);
        Assert.StartsWith("HTTP/1.1 401 ", answer);
        Assert.Contains("\r\nWWW-Authenticate: Basic realm=\"store\", charset=\"UTF-8\"\r\n", answer);
        Assert.Contains("\r\nContent-Length: 0\r\n", answer);
        Assert.EndsWith("\r\n\r\n", answer);
        Assert.Equal(0, app.Hasher.Calls);
    }

    [Fact]
    public async Task Reach_what_is_open_to_all()
    {
        await using var app = await new BasicApp().StartAsync();
        Assert.Equal("false", await app.Client.GetStringAsync("/open"));
    }

    [Theory]
    [InlineData("say \"hi\"", "say \\\"hi\\\"")]
    [InlineData("back\\slash", "back\\\\slash")]
    public async Task Are_told_a_realm_with_its_quotes_escaped(string realm, string quoted)
    {
        await using var app = new BasicApp { Options = options => options.Realm = realm };
        await app.StartAsync();
        Assert.Contains($"Basic realm=\"{quoted}\", charset", await app.SendRawAsync(Head));
    }

    [Fact]
    public async Task Are_told_the_application_where_no_realm_is_set()
    {
        await using var app = await new BasicApp().StartAsync();
        using var answer = await app.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Matches("^realm=\"[^\"]+\", charset=\"UTF-8\"$", answer.Headers.WwwAuthenticate.Single().Parameter);
    }
}
