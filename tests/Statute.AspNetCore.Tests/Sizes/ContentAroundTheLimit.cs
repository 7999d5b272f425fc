using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>The limit itself passes, one byte more does not, whoever has set it and whichever server runs.</summary>
public sealed class ContentAroundTheLimit
{
    private const string Limits = """
        /photo              1048576
        /any                30000000
        /any?limit=1000     1000
        """;

    public static TheoryData<string> Twins => ["minimal", "sized"];

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Passes_up_to_it_in_Kestrel(string twin)
    {
        await using var app = await PhotoApi.StartAsync();
        await AssertLimitsAsync(app.Client, twin, Limits);
        await AssertLimitsAsync(app.Http2Client, twin, Limits);
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Passes_up_to_it_in_TestServer(string twin)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        PhotoApi.AddServices(builder);
        await using var app = builder.Build();
        PhotoApi.Map(app);
        await app.StartAsync();
        await AssertLimitsAsync(app.GetTestClient(), twin, Limits);
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Passes_up_to_the_option_and_to_the_nearer_limit_of_the_endpoint(string twin)
    {
        await using var app = await PhotoApi.StartAsync(options => options.MaxContentLength = 2000);
        await AssertLimitsAsync(app.Client, twin, "/any 2000\n/photo 1048576");
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Passes_up_to_Kestrels_own_limit(string twin)
    {
        await using var app = await PhotoApi.StartAsync(
            services: builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 3000));
        await AssertLimitsAsync(app.Client, twin, "/any 3000\n/photo 1048576");
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Passes_beyond_the_default_where_the_endpoint_has_no_limit(string twin)
    {
        await using var app = await PhotoApi.StartAsync();
        Assert.Equal((200, 30_000_001L, null), await PutAsync(app.Client, $"/{twin}/endless", 30_000_001));
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task In_chunks_is_refused_too(string twin)
    {
        await using var app = await PhotoApi.StartAsync();
        using var connection = app.Connect();
        await connection.SendAsync(PhotoApi.Head($"/{twin}/any?limit=1000", "Transfer-Encoding: chunked"));
        var answer = await connection.AskAsync($"3e9\r\n{new string('0', 1001)}\r\n0\r\n\r\n");
        Assert.Equal("HTTP/1.1 413 Request Entity Too Large", answer.StatusLine);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
    }

    [Fact]
    public async Task And_above_closes_the_connection_of_HTTP_1()
    {
        await using var app = await PhotoApi.StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync(PhotoApi.Head("/minimal/any", "Content-Length: 30000001\r\nExpect: 100-continue"));
        Assert.Equal((413, "close"), (answer.Status, answer["Connection"]));
        Assert.True(await connection.IsClosedAsync());
    }

    private static async Task AssertLimitsAsync(HttpClient client, string twin, string limits)
    {
        foreach (var cells in limits.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var limit = long.Parse(cells[1]);
            var path = $"/{twin}{cells[0]}";
            Assert.Equal((200, limit - 1, null), await PutAsync(client, path, limit - 1));
            Assert.Equal((200, limit, null), await PutAsync(client, path, limit));
            var (status, _, connection) = await PutAsync(client, path, limit + 1);
            Assert.True(status == 413, $"{path} with {limit + 1} bytes: {status}");
            Assert.Equal(client.DefaultRequestVersion == HttpVersion.Version20 ? null : "close", connection);
        }
    }

    private static async Task<(int Status, long Counted, string? Connection)> PutAsync(HttpClient client, string path, long length)
    {
        using var request = PhotoApi.Put(path, new Zeros(length));
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? long.Parse(body) : 0, answer.Headers.Connection.FirstOrDefault());
    }
}
