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
    internal const string Canary = "canary4711";

    internal static string[] Places { get; } =
    [
        "message", "inner", "type", "path", "sql", "data", "synchronous", "awaited", "header", "problem", "words", "late-header",
        "parameter", "result", "cancelled", "timeout",
    ];

    internal static Task<RunningApp> StartAsync(string environment) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(CanaryController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/minimal/{place}", (string place, HttpContext context) => FailAsync(place, context)).Held();
            app.MapControllers();
        },
        environment);

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
                throw new InvalidOperationException("It failed.", new FormatException(Canary));
            case "path":
                throw new FileNotFoundException("It is not there.", $"/srv/{Canary}/settings.json");
            case "sql":
                throw new SqlException($"SELECT * FROM {Canary}; Server=db;Password={Canary}");
            case "data":
                throw new InvalidOperationException { Data = { ["secret"] = Canary } };
            case "header":
                throw new BadHttpRequestException(
                    context.Request.Headers.Authorization.ToString(), StatusCodes.Status500InternalServerError);
            case "problem":
                return TypedResults.Problem(detail: Canary, instance: Canary, title: Canary, type: $"https://{Canary}");
            case "words":
                return TypedResults.Text(Canary, statusCode: StatusCodes.Status500InternalServerError);
            case "result":
                return TypedResults.InternalServerError(new { error = Canary, stack = Environment.StackTrace });
            case "late-header":
                context.Response.Headers.ETag = $"\"{Canary}\"";
                context.Response.Headers.ContentDisposition = $"attachment; filename={Canary}.txt";
                break;
            case "parameter":
                throw new ArgumentException($"It is wrong. (Parameter {Canary})");
            case "cancelled":
                throw new OperationCanceledException(Canary);
            case "timeout":
                throw new TimeoutException(Canary);
        }

        throw new InvalidOperationException($"{Canary} in {Environment.CurrentDirectory}");
    }

    private sealed class Canary4711Exception : Exception;

    private sealed class SqlException(string message) : DbException(message);
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("failing/{place}")]
public sealed class CanaryController : ControllerBase
{
    [HttpPost]
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
