using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Methods;

/// <summary>Every known method at paths whose routes are constrained differently by method, on minimal APIs and controllers.</summary>
public sealed class AnyMethod : IAsyncLifetime
{
    private const string Paths = """
        # path                    methods that work
        /minimal/things           GET HEAD OPTIONS POST
        /minimal/things/7         GET HEAD OPTIONS PATCH
        /minimal/things/abc       DELETE OPTIONS
        /minimal/things/Zabcdefg  DELETE OPTIONS PUT
        /minimal/things/me        DELETE GET HEAD OPTIONS
        /minimal/odd              OPTIONS PROPFIND
        /minimal/told             HEAD OPTIONS
        /minimal/mixed            GET HEAD OPTIONS POST
        /controller/things        GET HEAD OPTIONS POST
        /controller/things/7      GET HEAD OPTIONS PATCH
        /controller/things/abc    DELETE OPTIONS
        """;

    private static readonly string[] Known =
        ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PROPFIND", "PUT", "TRACE"];

    private RunningApp _app = null!;

    public static TheoryData<string, string> Rows =>
        [.. Paths.Split('\n').Skip(1).Select(line => line.Trim().Split(' ', 2)).Select(cells => (cells[0], cells[1].Trim()))];

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(MethodsController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            var things = app.MapGroup("/minimal/things");
            things.MapGet("", () => "all");
            things.MapPost("", () => "made");
            things.MapGet("/{id:int}", (int id) => $"{id}");
            things.MapPatch("/{id:int}", (int id) => $"{id}");
            things.MapDelete("/{name:alpha}", (string name) => name);
            things.MapPut("/{name:minlength(6)}", (string name) => name);
            things.MapGet("/me", () => "me");
            app.MapMethods("/minimal/odd", ["PROPFIND"], () => "odd");
            app.MapMethods("/minimal/told", ["HEAD"], (HttpResponse response) => { response.Headers["X-Told"] = "yes"; });
            app.MapGet("/minimal/both", () => "read");
            app.MapMethods("/minimal/both", ["HEAD"], (HttpResponse response) => { response.Headers["X-Told"] = "yes"; });
            app.MapGet("/minimal/mixed", () => "held");
            app.MapPost("/minimal/mixed", () => "left alone").DisableStatute();
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Works_where_Allow_says_so_and_is_refused_elsewhere(string path, string methods)
    {
        var allowed = methods.Split(' ');
        foreach (var method in Known)
        {
            // Kestrel takes CONNECT only with an authority for its target.
            if (method == "CONNECT")
            {
                continue;
            }

            using var connection = _app.Connect();
            var answer = await connection.AskAsync($"{method} {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal((method, allowed.Contains(method) ? 200 : 405), (method, answer.Status));
            if (!allowed.Contains(method) || method == "OPTIONS")
            {
                Assert.Equal(string.Join(", ", allowed), answer["Allow"]);
            }
        }
    }

    [Theory]
    [InlineData("/minimal/things")]
    [InlineData("/controller/things")]
    [InlineData("/minimal/things/7")]
    public async Task Head_is_Get_without_content(string path)
    {
        using var connection = _app.Connect();
        var get = await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var head = await connection.AskAsync($"HEAD {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(get.StatusLine, head.StatusLine);
        Assert.Equal(SameFields(get), SameFields(head));

        using var overHttp2 = new HttpRequestMessage(HttpMethod.Head, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var answer = await _app.Http2Client.SendAsync(overHttp2);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_is_refused_without_content_on_HTTP2_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/nowhere")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var answer = await _app.Http2Client.SendAsync(request);
        Assert.Equal((404, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_of_its_own_is_kept()
    {
        using var connection = _app.Connect();
        var head = await connection.AskAsync("HEAD /minimal/both HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal("yes", head["X-Told"]);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("Post")]
    [InlineData("FOO")]
    [InlineData("MKCOL")]
    [InlineData("A-VERY-LONG-METHOD-TOKEN-THAT-NOBODY-HAS-HEARD-OF")]
    public async Task Unknown_token_is_501(string method)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync($"{method} /minimal/things HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(("HTTP/1.1 501 Not Implemented", "/problems/unknown-method"), (answer.StatusLine, answer.Problem("type")));
    }

    [Fact]
    public async Task Options_of_the_whole_server_lists_what_is_mapped()
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal((200, "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PROPFIND, PUT"), (answer.Status, answer["Allow"]));
    }

    /// <summary>RFC 9110, 9.3.2: the same fields, but those that only making the content would tell.</summary>
    private static string[] SameFields(RawAnswer answer) =>
        [.. answer.Fields.Where(f => f.Key is not ("Date" or "Transfer-Encoding" or "Content-Length")).Select(f => $"{f.Key}: {f.Value}")];
}

/// <summary>Routes that are constrained differently by method.</summary>
[ApiController]
[Route("controller/things")]
public sealed class MethodsController : ControllerBase
{
    [HttpGet]
    public string All() => "all";

    [HttpPost]
    public string Make() => "made";

    [HttpGet("{id:int}")]
    public string One(int id) => $"{id}";

    [HttpPatch("{id:int}")]
    public string Change(int id) => $"{id}";

    [HttpDelete("{name:alpha}")]
    public string Remove(string name) => name;
}
