using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.MediaTypes;

/// <summary>What comes of a Content-Type and a Content-Encoding, by table, on minimal APIs and controllers.</summary>
public sealed class AnyMediaType : IAsyncLifetime
{
    private const string Requests = """
        # request                  Content-Type                        coding    => status  fields of the answer
        POST  /minimal/json     |  application/json                  |  -        |  200  |
        POST  /minimal/json     |  Application/JSON; charset="UTF-8" |  -        |  200  |
        POST  /minimal/json     |  application/json;charset=utf-8    |  -        |  200  |
        POST  /minimal/json     |  application/json; charset=klingon |  -        |  415  |  Accept: application/json | Accept-Post: application/json
        POST  /minimal/json     |  application/json; charset=utf-16  |  -        |  415  |  Accept: application/json
        POST  /minimal/json     |  application/json; charset="UTF\-8" |  -       |  200  |
        POST  /minimal/json     |  application/json; charset=utf-8; charset="utf-16" |  -  |  415  |  Accept: application/json
        POST  /minimal/json     |  application/json; charset=utf-8; charset=UTF-8 |  -  |  200  |
        POST  /minimal/json     |  text/plain                        |  -        |  415  |  Accept: application/json | Accept-Post: application/json
        POST  /minimal/json     |  -                                 |  -        |  415  |  Accept: application/json | Accept-Post: application/json
        POST  /minimal/json     |  nonsense                          |  -        |  415  |  Accept: application/json
        POST  /minimal/json     |  application/json, text/plain      |  -        |  415  |  Accept: application/json
        POST  /minimal/json     |  application/json                  |  gzip     |  415  |  Accept-Encoding: identity
        POST  /minimal/json     |  application/json                  |  identity |  200  |
        PATCH /minimal/json     |  text/plain                        |  -        |  415  |  Accept: application/json | Accept-Patch: application/json
        PUT   /minimal/photo    |  image/png                         |  -        |  200  |
        PUT   /minimal/photo    |  image/jpeg                        |  -        |  200  |
        PUT   /minimal/photo    |  image/gif                         |  -        |  415  |  Accept: image/png, image/jpeg
        PUT   /minimal/photo    |  -                                 |  -        |  415  |  Accept: image/png, image/jpeg
        PUT   /minimal/photo    |  image/png                         |  br       |  415  |  Accept-Encoding: identity
        PUT   /minimal/any      |  -                                 |  gzip     |  200  |
        POST  /controller/json  |  application/json                  |  -        |  200  |
        POST  /controller/json  |  application/vnd.shop+json         |  -        |  200  |
        POST  /controller/json  |  Application/JSON; charset="UTF-8" |  -        |  200  |
        POST  /controller/json  |  application/json; charset=klingon |  -        |  415  |  Accept: application/json, text/json, application/*+json
        POST  /controller/json  |  application/json; charset=utf-16  |  -        |  415  |  Accept: application/json, text/json, application/*+json
        POST  /controller/json  |  text/plain                        |  -        |  415  |  Accept-Post: application/json, text/json, application/*+json
        POST  /controller/json  |  -                                 |  -        |  415  |  Accept-Post: application/json, text/json, application/*+json
        POST  /controller/json  |  application/json                  |  gzip     |  415  |  Accept-Encoding: identity
        POST  /controller/form  |  application/x-www-form-urlencoded |  -        |  200  |
        POST  /controller/form  |  application/x-www-form-urlencoded; charset=utf-8 |  -  |  200  |
        POST  /controller/form  |  application/x-www-form-urlencoded; charset=iso-8859-1 |  -  |  200  |
        POST  /controller/form  |  application/x-www-form-urlencoded; charset=utf-7 |  -  |  415  |  Accept: multipart/form-data, application/x-www-form-urlencoded
        POST  /controller/form  |  application/x-www-form-urlencoded; charset=bogus |  -  |  415  |
        POST  /minimal/form     |  application/x-www-form-urlencoded; charset=utf-7 |  -  |  415  |
        PUT   /controller/photo |  image/png                         |  -        |  200  |
        PUT   /controller/photo |  image/gif                         |  -        |  415  |  Accept: image/png, image/jpeg
        POST  /told-apart       |  application/json                  |  -        |  200  |
        POST  /told-apart       |  text/csv          |  -        |  200  |
        POST  /told-apart       |  text/plain                        |  -        |  415  |  Accept: application/json, text/csv
        POST  /told-apart       |  -                                 |  -        |  415  |  Accept: application/json, text/csv | Accept-Post: application/json, text/csv
        """;

    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(MediaTypesController).Assembly);
            builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
        },
        app =>
        {
            app.UseStatute();
            app.MapMethods("/minimal/json", ["POST", "PATCH"], (Named named) => named);
            app.MapPut("/minimal/photo", (Stream _) => "kept").Accepts<Stream>("image/png", "image/jpeg");
            app.MapPut("/minimal/any", (HttpRequest _) => "kept");
            app.MapPost("/minimal/form", (IFormCollection form) => form.Count).DisableAntiforgery();
            app.MapPost("/minimal/secret", (Named named) => named).RequireAuthorization();
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Is_accepted_or_answered_with_what_is()
    {
        foreach (var line in Requests.Split('\n').Skip(1))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var request = cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            using var connection = _app.Connect();
            var answer = await connection.AskAsync(
                $"{request[0]} {request[1]} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12\r\n"
                + (cells[1] == "-" ? "" : $"Content-Type: {cells[1]}\r\n")
                + (cells[2] == "-" ? "" : $"Content-Encoding: {cells[2]}\r\n")
                + "\r\n{\"name\":\"b\"}");
            Assert.Equal((line, cells[3]), (line, $"{answer.Status}"));
            foreach (var field in cells.Skip(4).Select(f => f.Split(": ")))
            {
                Assert.Equal((line, field[1]), (line, answer[field[0]]));
            }
        }
    }

    [Theory]
    [InlineData("/minimal/secret")]
    [InlineData("/controller/secret")]
    [InlineData("/controller/told-apart-secret")]
    public async Task Comes_behind_credentials(string path)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{{}}");

        // Endpoints that only the media type tells apart cannot be asked whom they let in: there the 415 stands.
        Assert.Equal(path.Contains("told-apart") ? 415 : 401, answer.Status);
    }

    /// <summary>What the endpoints take.</summary>
    public sealed record Named(string Name);
}

/// <summary>The controller twin, and actions that only the media type tells apart.</summary>
[ApiController]
public sealed class MediaTypesController : ControllerBase
{
    [HttpPost("controller/json")]
    public AnyMediaType.Named Json(AnyMediaType.Named named) => named;

    [HttpPut("controller/photo"), Consumes("image/png", "image/jpeg")]
    public string Photo() => "kept";

    [HttpPost("controller/form")]
    public string? Form([FromForm] string? name) => name ?? "none";

    [HttpPost("told-apart"), Consumes("application/json")]
    public string One(AnyMediaType.Named named) => named.Name;

    [HttpPost("told-apart"), Consumes("text/csv")]
    public string Other() => "other";

    [HttpPost("controller/secret"), Microsoft.AspNetCore.Authorization.Authorize]
    public AnyMediaType.Named Secret(AnyMediaType.Named named) => named;

    [HttpPost("controller/told-apart-secret"), Consumes("application/json"), Microsoft.AspNetCore.Authorization.Authorize]
    public string SecretOne(AnyMediaType.Named named) => named.Name;

    [HttpPost("controller/told-apart-secret"), Consumes("text/csv"), Microsoft.AspNetCore.Authorization.Authorize]
    public string SecretOther() => "other";
}
