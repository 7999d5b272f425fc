using System.Net;
using System.Net.Http.Headers;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>40 MB of an unknown length arrive at a place that takes 1 MiB: reading shows it, and the refusal arrives every time.</summary>
public sealed class ChunkedUploadOverLimit : IAsyncLifetime
{
    private const int Length = 40_000_000;
    private const int Tries = 20;

    private RunningApp _app = null!;

    // The photo is read as a stream by the handler, the text is bound from JSON.
    public static TheoryData<string, string> Places => new()
    {
        { "minimal/photo", "image/png" },
        { "sized/photo", "image/png" },
        { "minimal/text", "application/json" },
        { "sized/text", "application/json" },
    };

    public async ValueTask InitializeAsync() => _app = await PhotoApi.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Places))]
    public Task Arrives_at_HttpClient_on_HTTP_1(string place, string mediaType) => EveryTimeAsync(_app.Client, place, mediaType);

    [Theory]
    [MemberData(nameof(Places))]
    public Task Arrives_at_HttpClient_on_HTTP_2(string place, string mediaType) => EveryTimeAsync(_app.Http2Client, place, mediaType);

    [Theory]
    [InlineData("minimal")]
    [InlineData("sized")]
    public async Task Arrives_at_curl(string twin)
    {
        using var curl = new Curl(Length);
        for (var i = 0; i < Tries; i++)
        {
            var answer = await curl.PutAsync(new Uri(_app.Http1, $"/{twin}/photo"), "--http1.1", "-H", "Transfer-Encoding: chunked");
            Assert.EndsWith("\n413", answer);
            Assert.Contains("content-over-limit", answer);
        }
    }

    [Theory]
    [InlineData("minimal", 0)]
    [InlineData("minimal", 1)]
    [InlineData("sized", 0)]
    [InlineData("sized", 1)]
    public async Task Begins_at_the_first_byte_too_many(string twin, int more)
    {
        using var request = PhotoApi.Put($"/{twin}/photo", new Zeros(PhotoApi.Limit + more, isChunked: true));
        using var answer = await _app.Client.SendAsync(request);
        Assert.Equal(more == 0 ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static async Task EveryTimeAsync(HttpClient client, string place, string mediaType)
    {
        for (var i = 0; i < Tries; i++)
        {
            using var request = PhotoApi.Put($"/{place}", new Zeros(Length, isChunked: true));
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            request.Version = client.DefaultRequestVersion;
            request.VersionPolicy = client.DefaultVersionPolicy;
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("/problems/content-over-limit", await answer.Content.ReadAsStringAsync());
        }
    }
}
