using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>An API that fails in every way that it can, each time with the canary in what must not leave.</summary>
internal static class CanaryApi
{
    internal static string[] Places { get; } =
    [
        "message", "inner", "type", "path", "sql", "data", "synchronous", "awaited", "header", "problem", "words", "late-header",
        "parameter", "result", "cancelled", "timeout", "written",
    ];

    /// <summary>What applications have for their errors; none is what WebApplication places by itself.</summary>
    internal static string[] Aids { get; } = ["none", "problems", "handler"];

    internal static Task<RunningApp> StartAsync(string environment, string aid = "none") => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(CanaryController).Assembly);
            if (aid != "none")
            {
                builder.Services.AddProblemDetails();
            }
        },
        app =>
        {
            app.UseStatute();
            if (aid == "handler")
            {
                app.UseExceptionHandler();
                app.UseStatusCodePages();
            }

            app.Use(ReadAsync);
            app.MapPost("/minimal/{place}", (string place, HttpContext context) => FailAsync(place, context)).Held();
            app.MapGet("/minimal/list/{length:int}", (int length) => Parts(length));
            app.MapPost("/minimal/bound", (string[] words) => words.Length);
            app.MapPost("/minimal/kept", (string[] words) => words.Length).WithMetadata(new KeepBodyAttribute());
            app.MapControllers();
        },
        environment);

    /// <summary>Things of which the last cannot be written.</summary>
    internal static List<Part> Parts(int count) => [.. Enumerable.Range(1, count).Select(number => new Part(number == count))];

    /// <summary>A log of contents, as many applications have one: it meets the faults of the framing in front of the endpoint.</summary>
    private static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["X-Refused"].Count > 0)
        {
            throw new BadHttpRequestException($"{Canary.Mark} is wrong.", StatusCodes.Status400BadRequest);
        }

        if (context.Request.Headers["X-Read"].Count > 0)
        {
            context.Request.EnableBuffering();
            await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Request.Body.Position = 0;
        }

        await next(context);
    }

    internal static async Task<object?> FailAsync(string place, HttpContext context)
    {
        if (place != "synchronous")
        {
            await Task.Yield();
        }

        switch (place)
        {
            case "type":
                throw new Canary4711Exception();
            case "inner":
                throw new InvalidOperationException("It failed.", new FormatException(Canary.Mark));
            case "path":
                throw new FileNotFoundException("It is not there.", $"/srv/{Canary.Mark}/settings.json");
            case "sql":
                throw new SqlException($"SELECT * FROM {Canary.Mark}; Server=db;Password={Canary.Mark}");
            case "data":
                throw new InvalidOperationException { Data = { ["secret"] = Canary.Mark } };
            case "header":
                throw new BadHttpRequestException(
                    context.Request.Headers.Authorization.ToString(), StatusCodes.Status500InternalServerError);
            case "problem":
                return TypedResults.Problem(detail: Canary.Mark, instance: Canary.Mark, title: Canary.Mark, type: $"https://{Canary.Mark}");
            case "words":
                return TypedResults.Text(Canary.Mark, statusCode: StatusCodes.Status500InternalServerError);
            case "result":
                return TypedResults.InternalServerError(new { error = Canary.Mark, stack = Environment.StackTrace });
            case "late-header":
                context.Response.Headers.ETag = $"\"{Canary.Mark}\"";
                context.Response.Headers.ContentDisposition = $"attachment; filename={Canary.Mark}.txt";
                break;
            case "parameter":
                throw new ArgumentException($"It is wrong. (Parameter {Canary.Mark})");
            case "cancelled":
                throw new OperationCanceledException(Canary.Mark);
            case "written":
                context.Response.BodyWriter.GetSpan(100)[..100].Fill((byte)'x');
                context.Response.BodyWriter.Advance(100);
                break;
            case "timeout":
                throw new TimeoutException(Canary.Mark);
        }

        throw new InvalidOperationException($"{Canary.Mark} in {Environment.CurrentDirectory}");
    }

    internal sealed class Part(bool isLast)
    {
        public string Text { get; } = new('x', 100);

        public string End => isLast ? throw new InvalidOperationException($"It has no end: {Canary.Mark}") : "";
    }

    private sealed class Canary4711Exception : Exception;

    private sealed class SqlException(string message) : DbException(message);
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("failing")]
public sealed class CanaryController : ControllerBase
{
    [HttpGet("list/{length:int}")]
    public object List(int length) => CanaryApi.Parts(length);

    [HttpPost("bound")]
    public int Bound(string[] words) => words.Length;

    [HttpPost("kept"), KeepBody]
    public int Kept(string[] words) => words.Length;

    [HttpPost("{place}")]
    public async Task<object?> Fail(string place)
    {
        var result = await CanaryApi.FailAsync(place, HttpContext);
        if (result is IResult answer)
        {
            await answer.ExecuteAsync(HttpContext);
            return new EmptyResult();
        }

        return result;
    }
}
