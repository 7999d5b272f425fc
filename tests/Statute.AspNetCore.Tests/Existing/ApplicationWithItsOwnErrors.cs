using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Existing;

/// <summary>What an application has built for its errors goes on working: its handlers run, and its words are kept under the row.</summary>
public sealed class ApplicationWithItsOwnErrors
{
    [Fact]
    public async Task Its_exception_page_may_make_another_answer_of_an_exception()
    {
        await using var app = await StartAsync(_ => { }, app => app.UseExceptionHandler(branch => branch.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return context.Response.WriteAsJsonAsync(new { code = "E17" });
        })));
        var answer = await AskAsync(app, "GET /fails");
        Assert.Equal((409, "E17", "/problems/409"), (answer.Status, answer.Problem("code"), answer.Problem("type")));
    }

    [Theory]
    [InlineData(StatuteProfile.Observe, "/failing/held", 404)]
    [InlineData(StatuteProfile.Observe, "/failing/free", 410)]
    [InlineData(StatuteProfile.Fold, "/failing/observed", 410)]
    [InlineData(StatuteProfile.Fold, "/failing/free", 404)]
    public async Task Its_exception_page_answers_for_the_endpoint_that_has_failed(StatuteProfile profile, string path, int status)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options => options.Profile = profile),
            app =>
            {
                app.UseStatute();
                app.UseExceptionHandler(branch => branch.Run(context =>
                {
                    context.Response.StatusCode = StatusCodes.Status410Gone;
                    return context.Response.WriteAsync("gone");
                }));
                app.MapGet("/failing/free", int () => throw new InvalidOperationException("It failed."));
                app.MapGet("/failing/held", int () => throw new InvalidOperationException("It failed.")).WithProfile(StatuteProfile.Fold);
                app.MapGet("/failing/observed", int () => throw new InvalidOperationException("It failed."))
                    .WithProfile(StatuteProfile.Observe);
            });
        Assert.Equal(status, (await AskAsync(app, $"GET {path}")).Status);
    }

    [Fact]
    public async Task Its_exception_handlers_are_asked()
    {
        await using var app = await StartAsync(
            builder => builder.Services.AddExceptionHandler<PaymentHandler>().AddProblemDetails(),
            app => app.UseExceptionHandler());
        var answer = await AskAsync(app, "GET /fails");
        Assert.Equal((422, "https://example.com/payment", "Pay first."), (answer.Status, answer.Problem("type"), answer.Problem("detail")));
        Assert.Equal("Unprocessable Entity", answer.Problem("title"));
    }

    [Fact]
    public async Task Its_members_are_added_to_our_problems()
    {
        await using var app = await StartAsync(
            builder => builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            {
                context.ProblemDetails.Extensions["node"] = "n1";
                context.ProblemDetails.Extensions["status"] = "mine";
                context.ProblemDetails.Detail = $"{context.ProblemDetails.Detail} Ask us.";
            }),
            app => app.UseExceptionHandler());
        var missing = await AskAsync(app, "GET /nowhere");
        Assert.Equal((404, "404", "n1"), (missing.Status, missing.Problem("status"), missing.Problem("node")));
        Assert.EndsWith(" Ask us.", missing.Problem("detail"));
        var failed = await AskAsync(app, "GET /fails");
        Assert.Equal((500, "n1"), (failed.Status, failed.Problem("node")));
        Assert.DoesNotContain("Ask us.", failed.Problem("detail"));
    }

    [Theory]
    [InlineData("GET /nowhere", 404)]
    [InlineData("DELETE /fails", 405)]
    [InlineData("GET /fails", 500)]
    public async Task Its_problems_had_the_id_of_the_trace_and_ours_have_it(string request, int status)
    {
        await using var app = await StartAsync(builder => builder.Services.AddProblemDetails(), _ => { });
        var answer = await AskAsync(app, request);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Problem("traceId")!);
        await using var without = await StartAsync(_ => { }, _ => { });
        Assert.Null((await AskAsync(without, request)).Problem("traceId"));
    }

    [Fact]
    public async Task Its_members_that_cannot_be_made_cost_nobody_the_answer()
    {
        await using var app = await StartAsync(
            builder => builder.Services.AddProblemDetails(options =>
                options.CustomizeProblemDetails = _ => throw new InvalidOperationException(Canary.Mark)),
            _ => { });
        Assert.Equal("/problems/not-found", (await AskAsync(app, "GET /nowhere")).Problem("type"));
    }

    [Fact]
    public async Task Its_answer_to_an_invalid_model_keeps_its_members()
    {
        await using var app = await StartAsync(
            builder => builder.Services.Configure<ApiBehaviorOptions>(options => options.InvalidModelStateResponseFactory =
                context => new BadRequestObjectResult(new { code = "E1", fields = context.ModelState.Keys })),
            _ => { });
        var answer = await AskAsync(app, "POST /existing", "{\"name\":\"\"}");
        Assert.Equal((400, "E1", "[\"Name\"]"), (answer.Status, answer.Problem("code"), answer.Problem("fields")));
    }

    [Fact]
    public async Task Its_own_error_JSON_keeps_its_members()
    {
        await using var app = await StartAsync(_ => { }, _ => { });
        var answer = await AskAsync(app, "GET /json");
        Assert.Equal((409, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(("E2", "{\"left\":3}", "Conflict"), (answer.Problem("code"), answer.Problem("stock"), answer.Problem("title")));
    }

    [Fact]
    public async Task Its_own_problem_types_are_kept()
    {
        await using var app = await StartAsync(_ => { }, _ => { });
        var answer = await AskAsync(app, "GET /problem");
        Assert.Equal(("https://example.com/sold-out", "Three are left."), (answer.Problem("type"), answer.Problem("detail")));
        Assert.Equal(("3", "Conflict", "no-store"), (answer.Problem("left"), answer.Problem("title"), answer["Cache-Control"]));
        Assert.StartsWith("urn:uuid:", answer.Problem("instance"));
    }

    [Fact]
    public async Task Its_own_validation_problem_is_422_and_keeps_what_it_adds()
    {
        await using var app = await StartAsync(_ => { }, _ => { });
        var answer = await AskAsync(app, "POST /validated", "{\"name\":\"x\"}");
        Assert.Equal((422, "https://example.com/rules", "R7"), (answer.Status, answer.Problem("type"), answer.Problem("rule")));
        Assert.Equal("""[{"detail":"too short","pointer":"#/name"}]""", answer.Problem("errors"));
    }

    private static Task<RunningApp> StartAsync(Action<WebApplicationBuilder> services, Action<WebApplication> handlers) =>
        RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                builder.Services.AddControllers().AddApplicationPart(typeof(ExistingController).Assembly);
                services(builder);
            },
            app =>
            {
                app.UseStatute();
                handlers(app);
                app.MapGet("/fails", int () => throw new InvalidOperationException(Canary.Mark));
                app.MapGet("/json", () => TypedResults.Conflict(new { code = "E2", stock = new { left = 3 } }));
                app.MapGet("/problem", () => TypedResults.Problem(
                    "Three are left.", statusCode: 409, type: "https://example.com/sold-out", title: "Sold out",
                    extensions: new Dictionary<string, object?> { ["left"] = 3 }));
                app.MapPost("/validated", (Named _) => TypedResults.ValidationProblem(
                    new Dictionary<string, string[]> { ["Name"] = ["too short"] },
                    type: "https://example.com/rules",
                    extensions: new Dictionary<string, object?> { ["rule"] = "R7" }));
                app.MapControllers();
            });

    private static async Task<RawAnswer> AskAsync(RunningApp app, string request, string content = "")
    {
        using var connection = app.Connect();
        return await connection.AskAsync(
            $"{request} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {content.Length}\r\n\r\n{content}");
    }

    public sealed record Named([property: System.ComponentModel.DataAnnotations.MinLength(1)] string Name);

    private sealed class PaymentHandler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await httpContext.Response.WriteAsJsonAsync(
                new ProblemDetails { Type = "https://example.com/payment", Title = "Payment", Detail = "Pay first.", Status = 422 },
                JsonSerializerOptions.Web,
                "application/problem+json",
                cancellationToken);
            return true;
        }
    }
}

/// <summary>A controller whose model is validated.</summary>
[ApiController]
[Route("existing")]
public sealed class ExistingController : ControllerBase
{
    [HttpPost]
    public string Take(ExistingModel model) => model.Name;
}

/// <summary>A model with a constraint.</summary>
public sealed class ExistingModel
{
    [System.ComponentModel.DataAnnotations.MinLength(2)]
    public string Name { get; init; } = "";
}
