using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Existing;

/// <summary>Where the application keeps its error bodies, the row gives the status, and the body leaves byte for byte.</summary>
public sealed class BodiesThatAreKept : IAsyncLifetime
{
    private const string Own = "{\"code\":\"E17\",\"status\":\"mine\"}";

    // path ## status line ## content type ## body, or a member of the problem
    private const string Rows = """
        GET  /kept/json/400    ## 400 Bad Request           ## application/json         ## {"code":"E17","status":"mine"}
        GET  /kept/json/410    ## 404 Not Found             ## application/json         ## {"code":"E17","status":"mine"}
        GET  /kept/json/401    ## 401 Unauthorized          ## application/json         ## {"code":"E17","status":"mine"}
        GET  /kept/json/418    ## 400 Bad Request           ## application/json         ## {"code":"E17","status":"mine"}
        GET  /kept/text/409    ## 409 Conflict              ## text/plain               ## words
        GET  /kept/text/413    ## 413 Request Entity Too Large ## text/plain            ## words
        HEAD /kept/text/409    ## 409 Conflict              ## text/plain               ##
        GET  /kept/large/400   ## 400 Bad Request           ## application/problem+json ## "type":"/problems/400"
        GET  /kept/empty/400   ## 400 Bad Request           ## application/problem+json ## "type":"/problems/400"
        GET  /kept/problem/400 ## 400 Bad Request           ## application/problem+json ## "repeat":"modified"
        GET  /kept/json/429    ## 503 Service Unavailable   ## application/problem+json ## "type":"/problems/503"
        GET  /kept/json/500    ## 500 Internal Server Error ## application/problem+json ## "type":"/problems/unexpected-error"
        GET  /kept/refused     ## 409 Conflict              ## application/problem+json ## "type":"/problems/sold-out"
        GET  /kept/fails       ## 404 Not Found             ## application/json         ## {"code":"E17","status":"mine"}
        PUT  /kept/refused     ## 405 Method Not Allowed    ## application/problem+json ## "type":"/problems/method-not-allowed"
        GET  /kept-action/410  ## 404 Not Found             ## application/json         ## {"code":"E17","status":"mine"}
        GET  /json/410         ## 404 Not Found             ## application/problem+json ## "code":"E17"
        """;

    private RunningApp _app = null!;

    public static TheoryData<string> Lines => [.. Rows.Split('\n')];

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            TheseControllers.AddTo(builder.Services, typeof(KeptController));
        },
        app =>
        {
            app.UseStatute();
            app.UseExceptionHandler(branch => branch.Run(context => WriteAsync(context, "json", 410)));
            var kept = app.MapGroup("/kept").KeepBody();
            kept.MapGet("/{kind}/{code:int}", (string kind, int code, HttpContext context) => WriteAsync(context, kind, code));
            kept.MapGet("/refused", () => new Refusal(409, type: "sold-out"));
            kept.MapGet("/fails", int () => throw new InvalidOperationException(Canary.Mark));
            app.MapGet("/{kind}/{code:int}", (string kind, int code, HttpContext context) => WriteAsync(context, kind, code));
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Leave_as_they_are_under_the_row(string line)
    {
        var cells = line.Split("##", StringSplitOptions.TrimEntries);
        using var connection = _app.Connect();
        var answer = await connection.AskAsync($"{cells[0].Replace("  ", " ")} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal($"HTTP/1.1 {cells[1]}", answer.StatusLine);
        Assert.Equal(cells[2], answer["Content-Type"]?.Split(';')[0]);
        Assert.EndsWith("no-store", answer["Cache-Control"]);
        if (cells[2] == "application/problem+json")
        {
            Assert.Contains(cells[3], answer.Body);
        }
        else
        {
            Assert.Equal(cells[3], answer.Body);
        }

        Assert.True(answer.Status != 401 || answer["WWW-Authenticate"] is not null);
        Assert.True(answer.Status != 413 || answer["Connection"] == "close");
    }

    internal static async Task WriteAsync(HttpContext context, string kind, int code)
    {
        context.Response.StatusCode = code;
        switch (kind)
        {
            case "json":
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Own);
                break;
            case "text":
                context.Response.ContentType = "text/plain";
                await context.Response.WriteAsync("words");
                break;
            case "large":
                context.Response.ContentType = "text/plain";
                await context.Response.WriteAsync(new string('x', 65 * 1024));
                break;
            case "problem":
                await TypedResults.Problem("Ask again.", statusCode: code).ExecuteAsync(context);
                break;
        }
    }
}

/// <summary>A controller whose error bodies are kept.</summary>
[ApiController]
[KeepBody]
[Route("kept-action/{code}")]
public sealed class KeptController : ControllerBase
{
    [HttpGet]
    public Task Answer(int code) => BodiesThatAreKept.WriteAsync(HttpContext, "json", code);
}
