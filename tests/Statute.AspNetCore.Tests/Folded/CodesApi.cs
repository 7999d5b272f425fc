using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>
/// An application that answers with any code and any content, in both styles: by results where it may, and by hand where the answer is to
/// be started before it has content, or completed.
/// </summary>
public sealed class CodesApi : IAsyncLifetime
{
    internal const string OwnType = "https://example.com/own";

    private const string Json = "{\"code\":\"E1\"}";
    private const int Parts = 16;

    private static readonly byte[] Part = [.. Enumerable.Repeat((byte)'x', 64 * 1024)];
    private static readonly string Large = new('x', Parts * Part.Length);

    private readonly Dictionary<string, RunningApp> _apps = [];

    /// <summary>The profiles by name, and <c>bare</c>, the same without Statute.</summary>
    internal RunningApp this[string profile] => _apps[profile];

    public async ValueTask InitializeAsync()
    {
        foreach (var profile in Enum.GetValues<StatuteProfile>())
        {
            _apps[$"{profile}"] = await StartAsync(profile);
        }

        _apps["bare"] = await StartAsync(null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            await app.DisposeAsync();
        }
    }

    internal static string BodyOf(string content) => content switch
    {
        "text" => "words",
        "json" => Json,
        "large" => Large,
        "problem" => "{\"type\":\"" + OwnType + "\",\"detail\":\"Ask again.\"}",
        _ => "",
    };

    internal static string TypeOf(string content) => content switch
    {
        "json" => "application/json",
        "problem" => "application/problem+json",
        _ => "text/plain",
    };

    /// <summary>What both styles write by hand: started before anything is written, and to the end.</summary>
    internal static async Task WriteAsync(HttpContext context, int code, string content, string how)
    {
        context.Response.StatusCode = code;
        if (content != "empty")
        {
            context.Response.ContentType = TypeOf(content);
        }

        if (how == "started")
        {
            await context.Response.StartAsync();
        }

        if (content == "large")
        {
            for (var i = 0; i < Parts; i++)
            {
                await context.Response.Body.WriteAsync(Part);
            }
        }
        else if (content != "empty")
        {
            await context.Response.WriteAsync(BodyOf(content));
        }

        if (how == "completed")
        {
            await context.Response.CompleteAsync();
        }
    }

    private static Task<RunningApp> StartAsync(StatuteProfile? profile) => RunningApp.StartAsync(
        builder =>
        {
            if (profile is { } given)
            {
                builder.Services.AddStatute(options => options.Profile = given);
            }

            TheseControllers.AddTo(builder.Services, typeof(CodesController));
        },
        app =>
        {
            if (profile is not null)
            {
                app.UseStatute();
            }

            app.Use((context, next) =>
            {
                context.Response.Headers.Location = "/elsewhere";
                return next(context);
            });
            app.MapMethods("/minimal/{code:int}/{content}/{how}", ["GET", "POST"], Answer);
            app.MapControllers();
        });

    private static IResult Answer(int code, string content, string how) => (content, how) switch
    {
        ("empty", "result") => TypedResults.StatusCode(code),
        ("text", "result") => TypedResults.Text("words", "text/plain", statusCode: code),
        ("json", "result") => TypedResults.Json(new { code = "E1" }, contentType: "application/json", statusCode: code),
        ("problem", "result") => TypedResults.Text(BodyOf("problem"), "application/problem+json", statusCode: code),
        _ => new ByHand(code, content, how),
    };

    private sealed class ByHand(int code, string content, string how) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, code, content, how);
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("controller/{code:int}/{content}/{how}")]
public sealed class CodesController : ControllerBase
{
    [HttpGet]
    [HttpPost]
    public async Task<IActionResult> Answer(int code, string content, string how)
    {
        switch (content, how)
        {
            case ("empty", "result"):
                return StatusCode(code);
            case ("text", "result"):
                return new ContentResult { Content = "words", ContentType = "text/plain", StatusCode = code };
            case ("json", "result"):
                return StatusCode(code, new { code = "E1" });
            case ("problem", "result"):
                var problem = CodesApi.BodyOf("problem");
                return new ContentResult { Content = problem, ContentType = "application/problem+json", StatusCode = code };
            default:
                await CodesApi.WriteAsync(HttpContext, code, content, how);
                return new EmptyResult();
        }
    }
}
