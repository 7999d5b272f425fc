using System.Net;
using System.Text.RegularExpressions;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.FileProviders;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.LeftAlone;

/// <summary>Byte for byte the same with Statute and without it, the date and random ids aside.</summary>
public sealed partial class WhatStandsOutside : IAsyncLifetime
{
    private const string Requests = """
        GET /page.txt
        HEAD /page.txt
        GET /page.txt|If-None-Match: ETAG
        GET /page.txt|Range: bytes=2-4
        GET /swagger/index.html
        GET /swagger/v1/swagger.json
        GET /swagger/swagger-ui.css
        HEAD /swagger/index.html
        GET /healthy
        GET /sick
        HEAD /sick
        DELETE /sick
        FOO /sick
        GET /sick|Expect: teapot
        GET /liveness
        HEAD /liveness
        GET /excepted/health
        POST /hub/negotiate?negotiateVersion=1
        GET /hub/negotiate
        GET /hub
        POST /grpc|Content-Type: application/grpc
        POST /grpc|Content-Type: text/plain
        GET /grpc
        GET /alone/teapot
        GET /alone/missing
        GET /alone/text
        DELETE /alone/text
        HEAD /alone/text
        FOO /alone/text
        GET /alone/secret
        GET /excepted/text
        DELETE /excepted/text
        GET /excepted/nowhere
        GET /excepted/secret
        GET /events
        GET /file
        GET /file|Range: bytes=1-3
        GET /file|If-None-Match: "e"
        GET /trailers
        GET /sent
        GET /upgraded|Connection: Upgrade|Upgrade: echo
        GET /web-socket|Connection: Upgrade|Upgrade: websocket|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        OPTIONS /things|Origin: https://page.example|Access-Control-Request-Method: POST
        OPTIONS /things|Origin: https://elsewhere.example|Access-Control-Request-Method: DELETE
        """;

    private static readonly Method<string, string> Unary =
        new(MethodType.Unary, "Service", "Method", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private readonly string _root = Directory.CreateTempSubdirectory().FullName;
    private RunningApp _bare = null!;
    private RunningApp _held = null!;

    public static TheoryData<string> Lines => [.. Requests.Split('\n').Select(line => line.Trim())];

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(_root, "page.txt");
        await File.WriteAllTextAsync(path, "a page of text");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        _bare = await RunningApp.StartAsync(AddServices, app => Map(app, held: false));
        _held = await RunningApp.StartAsync(
            builder =>
            {
                AddServices(builder);
                builder.Services.AddStatute(options => options.Except.Add("/excepted"));
            },
            app => Map(app, held: true));
    }

    public async ValueTask DisposeAsync()
    {
        await _bare.DisposeAsync();
        await _held.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Answers_as_without_Statute(string line) => Assert.Equal(await AskAsync(_bare, line), await AskAsync(_held, line));

    [Theory]
    [InlineData("GET /alone/held/missing", "404 Not Found")]
    [InlineData("GET /alone/held/text", "200 OK")]
    [InlineData("GET /namesake", "404 Not Found")]
    [InlineData("DELETE /alone/held/text", "405 Method Not Allowed")]
    public async Task Is_held_where_it_says_so(string request, string answer)
    {
        using var connection = _held.Connect();
        var held = await connection.AskAsync($"{request} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal($"HTTP/1.1 {answer}", held.StatusLine);
        Assert.True(held.Status == 200 || held["Content-Type"] == "application/problem+json");
    }

    [Theory]
    [InlineData("/trailers")]
    [InlineData("/grpc")]
    public async Task Sends_its_trailers(string path)
    {
        using var request = new HttpRequestMessage(path == "/grpc" ? HttpMethod.Post : HttpMethod.Get, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var answer = await _held.Http2Client.SendAsync(request);
        Assert.Equal("message", await answer.Content.ReadAsStringAsync());
        Assert.Equal("5", Assert.Single(answer.TrailingHeaders.GetValues("grpc-status")));
    }

    private static async Task<string> AskAsync(RunningApp app, string line)
    {
        var parts = line.Split('|');
        using var connection = app.Connect();
        var etag = (await connection.AskAsync("GET /page.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"))["ETag"];
        var fields = string.Concat(parts.Skip(1).Select(field => $"{field}\r\n")).Replace("ETAG", etag);
        var length = parts[0].StartsWith("POST", StringComparison.Ordinal) ? "Content-Length: 0\r\n" : "";
        var answer = await connection.AskAsync($"{parts[0]} HTTP/1.1\r\nHost: localhost\r\n{fields}{length}\r\n");
        var all = string.Join('\n', answer.Fields.Where(f => f.Key != "Date").Select(f => $"{f.Key}: {f.Value}"));
        return RandomId().Replace($"{answer.StatusLine}\n{all}\n\n{answer.Body}", "id");
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer().AddSwaggerGen().AddSignalR();
        builder.Services.AddHealthChecks().AddCheck("sick", () => HealthCheckResult.Unhealthy());
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins("https://page.example").AllowAnyMethod()));
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
    }

    private void Map(WebApplication app, bool held)
    {
        if (held)
        {
            app.UseStatute();
        }

        app.UseCors().UseWebSockets();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(_root) });
        app.UseSwagger().UseSwaggerUI();
        app.MapHealthChecks("/healthy", new() { Predicate = _ => false });
        app.MapHealthChecks("/sick");
        app.MapHealthChecks("/liveness").WithDisplayName("Liveness");
        app.UseHealthChecks("/excepted/health");
        app.MapGet("/namesake", () => Results.NotFound()).WithDisplayName("Health checks");
        app.MapHub<EmptyHub>("/hub");
        app.MapPost("/things", () => "made");
        app.MapPost("/grpc", WriteTrailersAsync).WithMetadata(new GrpcMethodMetadata(typeof(EmptyHub), Unary));
        var alone = app.MapGroup("/alone").DisableStatute();
        alone.MapGet("/teapot", () => Results.StatusCode(418));
        alone.MapGet("/missing", () => Results.NotFound());
        alone.MapGet("/text", () => Results.Text("words", statusCode: 400));
        alone.MapGet("/secret", () => "secret").RequireAuthorization();
        alone.MapGet("/held/missing", () => Results.NotFound()).Held();
        alone.MapGet("/held/text", () => "words").Held();
        app.MapGet("/excepted/text", () => Results.Text("words", statusCode: 400));
        app.MapGet("/excepted/secret", () => "secret").RequireAuthorization();
        app.MapGet("/events", () => TypedResults.ServerSentEvents(Events()));
        app.MapGet("/file", () => Results.File(
            "0123456789"u8.ToArray(), "text/plain", enableRangeProcessing: true, entityTag: new("\"e\"")));
        app.MapGet("/trailers", WriteTrailersAsync);
        app.MapGet("/sent", (HttpResponse response) => response.SendFileAsync(Path.Combine(_root, "page.txt")));
        app.MapGet("/upgraded", async context =>
            await (await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync()).DisposeAsync());
        app.MapGet("/web-socket", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
        });
    }

    private static async Task WriteTrailersAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.WriteAsync("message");
        if (context.Response.SupportsTrailers())
        {
            context.Response.AppendTrailer("grpc-status", "5");
        }
    }

    private static async IAsyncEnumerable<string> Events()
    {
        yield return "one";
        await Task.Yield();
        yield return "two";
    }

    [GeneratedRegex("(?<=\"connection(Id|Token)\":\")[^\"]+")]
    private static partial Regex RandomId();

    private sealed class EmptyHub : Hub;
}
