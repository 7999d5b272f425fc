using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>The application's own exception handler runs, wherever it stands; what it says of a 500 is not said to the client.</summary>
public sealed class ExceptionHandledByTheApplication
{
    private const string Canary = "canary-8316";

    private static readonly IReadOnlyDictionary<string, Action<WebApplication>> Handlers = new Dictionary<string, Action<WebApplication>>
    {
        ["page, statute"] = app => app.UseExceptionHandler("/error").UseStatute(),
        ["statute, page"] = app => app.UseStatute().UseExceptionHandler("/error"),
        ["problem details, statute"] = app => app.UseExceptionHandler().UseStatute(),
        ["statute, problem details"] = app => app.UseStatute().UseExceptionHandler(),
        ["delegate, statute"] = app => app.UseExceptionHandler(branch => branch.Run(WriteAsync)).UseStatute(),
        ["statute, delegate"] = app => app.UseStatute().UseExceptionHandler(branch => branch.Run(WriteAsync)),
        ["developer page"] = app => app.UseStatute(),
    };

    public static TheoryData<string> Names => [.. Handlers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_row_500_without_its_words(string handler)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute().AddProblemDetails(),
            app =>
            {
                Handlers[handler](app);
                app.MapPost("/boom", string () => throw new InvalidOperationException(Canary));
                app.MapGet("/boom-after-words", async (HttpResponse response) =>
                {
                    response.StatusCode = StatusCodes.Status400BadRequest;
                    await response.WriteAsync(Canary);
                    throw new InvalidOperationException(Canary);
                });
                app.Map("/error", (HttpContext context) => WriteAsync(context));
            },
            handler == "developer page" ? "Development" : "Production");
        foreach (var request in new[] { "POST /boom", "GET /boom-after-words" })
        {
            using var connection = app.Connect();
            var answer = await connection.AskAsync($"{request} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            Assert.Equal("HTTP/1.1 500 Internal Server Error", answer.StatusLine);
            Assert.Equal(("Internal Server Error", "500"), (answer.Problem("title"), answer.Problem("status")));
            Assert.DoesNotContain(Canary, $"{answer.Body}{string.Join('\n', answer.Fields)}", StringComparison.Ordinal);
        }
    }

    private static Task WriteAsync(HttpContext context) => context.Response.WriteAsync($"the application's own words: {Canary}");
}
