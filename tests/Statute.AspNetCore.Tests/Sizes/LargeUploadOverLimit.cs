using System.Net;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>40 MB arrive at a place that takes 1 MiB: the refusal reaches every client, every time.</summary>
public sealed class LargeUploadOverLimit : IAsyncLifetime
{
    private const int Length = 40_000_000;
    private const int Tries = 20;

    private RunningApp _app = null!;

    public static TheoryData<string> Twins => ["minimal", "sized"];

    public async ValueTask InitializeAsync() => _app = await PhotoApi.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Twins))]
    public Task Arrives_at_HttpClient_on_HTTP_1(string twin) => EveryTimeAsync(_app.Client, $"/{twin}/photo", Tries, 413);

    [Theory]
    [MemberData(nameof(Twins))]
    public Task Arrives_at_HttpClient_on_HTTP_2(string twin) => EveryTimeAsync(_app.Http2Client, $"/{twin}/photo", Tries, 413);

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Is_not_sent_by_a_client_that_asks_first(string twin)
    {
        for (var i = 0; i < Tries; i++)
        {
            using var content = new Zeros(Length);
            using var request = PhotoApi.Put($"/{twin}/photo", content);
            request.Headers.ExpectContinue = true;
            using var answer = await _app.Client.SendAsync(request);
            await AssertRefusedAsync(answer, 413);
            Assert.Equal(0, content.Sent);
        }
    }

    [Theory]
    [InlineData("minimal", "1", "--http1.1")]
    [InlineData("minimal", "1", "--http1.1 -H Expect:")]
    [InlineData("minimal", "2", "--http2-prior-knowledge")]
    [InlineData("sized", "1", "--http1.1")]
    [InlineData("sized", "1", "--http1.1 -H Expect:")]
    [InlineData("sized", "2", "--http2-prior-knowledge")]
    public async Task Arrives_at_curl(string twin, string version, string options)
    {
        using var curl = new Curl(Length);
        for (var i = 0; i < Tries; i++)
        {
            var answer = await curl.PutAsync(new Uri(version == "1" ? _app.Http1 : _app.Http2, $"/{twin}/photo"), options.Split(' '));
            Assert.EndsWith("\n413", answer);
            Assert.Contains("content-length-over-limit", answer);
        }
    }

    [Fact]
    public Task Without_credentials_is_401_that_arrives() => EveryTimeAsync(_app.Client, "/minimal/photo", 5, 401, null);

    [Fact]
    public async Task By_another_method_is_405_that_arrives()
    {
        for (var i = 0; i < 5; i++)
        {
            using var request = PhotoApi.Put("/minimal/photo", new Zeros(Length));
            request.Method = HttpMethod.Post;
            using var answer = await _app.Client.SendAsync(request);
            await AssertRefusedAsync(answer, 405);
        }
    }

    private static async Task EveryTimeAsync(HttpClient client, string path, int tries, int status, string? user = "clerk")
    {
        for (var i = 0; i < tries; i++)
        {
            using var request = PhotoApi.Put(path, new Zeros(Length), user);
            request.Version = client.DefaultRequestVersion;
            request.VersionPolicy = client.DefaultVersionPolicy;
            using var answer = await client.SendAsync(request);
            await AssertRefusedAsync(answer, status);
        }
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, int status)
    {
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Contains($"\"status\":{status}", (await answer.Content.ReadAsStringAsync()).Replace(" ", ""));
    }
}
