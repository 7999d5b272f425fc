using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Start;

/// <summary>What an application is told at its start of what the table changes in it.</summary>
public sealed class ReportOfTheStart
{
    private const string Undeclared = " What handlers answer without declaring it is counted in statute.answers.folded.";

    [Fact]
    public async Task Names_every_change_that_the_endpoints_declare() => Assert.Equal(
        """
        Holds 11 of 17 endpoints to the 14 rows of the table, profile Fold.
        Declared, and outside the table:
          POST /orders: 201 becomes 200
          POST /orders: 400 becomes 422 where a constraint is broken
          POST /orders: 504 becomes 500, or 503 where a repeat is harmless
          DELETE /orders/{id}: 204 becomes 200
          GET /orders/{id}: 410 becomes 404
          GET /orders/{id}: 504 becomes 503
          GET /old: 301 passes, a redirect
          GET /strict: 206 is not asked for any more
          GET /observed: 410 becomes 404
          PUT /reported/{id}: 204 becomes 200
          PUT /reported/{id}: 412 becomes 409
        Observed, not held:
          GET /observed
        Left alone:
          * /metrics/...: excepted
          GET /free: disabled
          * /health: health check
          * /hub/negotiate: SignalR hub
          * /hub: SignalR hub
        Null is 404 here, and was 204:
          GET /reported/{id}
        Null is not 404 here; it is once the endpoint is .Held():
          GET /orders/{id}
        Led to a template where the path itself is served without the method; by the description of the API that is 405:
          DELETE /orders/latest: /orders/{id}
        Nobody looks at the validation attributes of Order. Call builder.Services.AddValidation() in the project that has them.
        """,
        (await ReportAsync(options => options.Except.Add("/metrics"))).Replace(Undeclared, ""));

    [Fact]
    public async Task Is_a_warning_only_where_something_needs_a_hand()
    {
        await using var app = await StartAsync(_ => { });
        Assert.Equal(LogLevel.Warning, Assert.Single(app.Log.Records, IsReport).Level);
        await using var good = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapGet("/", () => "fine");
            });
        var report = Assert.Single(good.Log.Records, IsReport);
        Assert.Equal(LogLevel.Information, report.Level);
        Assert.DoesNotContain('\n', report.Text);
    }

    [Fact]
    public async Task Tells_an_observer_what_would_change_and_that_nothing_does()
    {
        var report = await ReportAsync(options => options.Profile = StatuteProfile.Observe);
        Assert.StartsWith(
            "Holds 1 of 17 endpoints to the 14 rows of the table, profile Observe. Not a byte is changed; what follows is what the "
            + "profile Fold would change.",
            report);
        Assert.Contains("\n  POST /orders: 201 becomes 200\n", report);
        Assert.Contains("\n  DELETE /orders/latest: /orders/{id}\n", report);
        Assert.Contains("\n  GET /orders/{id}\n", report);
        Assert.Contains("\nOn everything that is held:\n  a refusal is application/problem+json;", report);
        Assert.Contains("\n  400 becomes 422 where content or a parameter breaks a constraint", report);
        Assert.Contains("\n  500 becomes 409 where a unique key of a database is taken\n", report);
    }

    [Fact]
    public async Task Tells_an_observer_of_no_change_that_the_options_prevent()
    {
        var report = await ReportAsync(options =>
        {
            options.Profile = StatuteProfile.Observe;
            options.Table = options.Table.Answer(ProblemType.InvalidContent, 400);
            options.Translate.Clear();
        });
        Assert.DoesNotContain("422", report);
        Assert.DoesNotContain("500 becomes 409", report);
        Assert.DoesNotContain("500 becomes 501", report);
    }

    [Fact]
    public async Task Leaves_out_null_where_204_is_declared_and_a_row()
    {
        var report = await ReportAsync(options => options.Table = options.Table.Add(204, "No Content"));
        Assert.DoesNotContain("Null is 404 here", report);
    }

    [Fact]
    public async Task Leaves_out_what_is_a_row()
    {
        var report = await ReportAsync(options => options.Table = StatusTable.Rfc9110.Add(410, "Gone"));
        Assert.Contains("to the 23 rows", report);
        Assert.All([": 201", ": 204", ": 410", ": 504", ": 412"], code => Assert.DoesNotContain(code, report));
    }

    private static async Task<string> ReportAsync(Action<StatuteOptions> configure)
    {
        await using var app = await StartAsync(configure);
        return Assert.Single(app.Log.Records, IsReport).Text;
    }

    private static bool IsReport(LogRecord record) => record.Text.StartsWith("Holds ", StringComparison.Ordinal);

    private static Task<RunningApp> StartAsync(Action<StatuteOptions> configure) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute(configure).AddHealthChecks();
            builder.Services.AddSignalR();
            TheseControllers.AddTo(builder.Services, typeof(ReportedController));
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/orders", Results<Created<Order>, ValidationProblem> (Order order) => TypedResults.Created("/orders/1", order))
                .Produces(StatusCodes.Status504GatewayTimeout);
            app.MapDelete("/orders/{id}", NoContent (int id) => TypedResults.NoContent());
            app.MapGet("/orders/{id}", Order? (string id) => null).ProducesProblem(410).Produces(504);
            app.MapGet("/orders/latest", () => "1");
            app.MapGet("/orders/{id:int}/lines", string () => "1");
            app.MapDelete("/orders/{id}/{line:int}", () => { });
            app.MapGet("/old", () => TypedResults.Redirect("/orders")).Produces(301);
            app.MapGet("/strict", () => "1").Produces(206).WithProfile(StatuteProfile.Strict);
            app.MapGet("/ranges", () => "1").Produces(206).Produces(304).Produces(500);
            app.MapControllers();
            app.MapGet("/observed", () => "1").Produces(410).WithProfile(StatuteProfile.Observe);
            app.MapGet("/metrics/all", () => "1").Produces(410);
            app.MapGet("/free", () => "1").Produces(410).DisableStatute();
            app.MapHealthChecks("/health");
            app.MapHub<EmptyHub>("/hub");
        });

    public sealed class Order
    {
        [MaxLength(3)]
        public string? Sku { get; init; }
    }

    private sealed class EmptyHub : Hub;
}

/// <summary>A controller that declares what it answers.</summary>
[ApiController]
[Route("reported")]
public sealed class ReportedController : ControllerBase
{
    [HttpPut("{id}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType(StatusCodes.Status412PreconditionFailed)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public IActionResult Put(int id) => NoContent();

    [HttpGet("{id}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public string? Get(int id) => null;
}
