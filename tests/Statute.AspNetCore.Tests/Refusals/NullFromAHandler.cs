using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Refusals;

/// <summary>Null means that what the path names is not there; nothing, and an explicit Ok, are 200.</summary>
public sealed class NullFromAHandler : IAsyncLifetime
{
    // path, status in the minimal API and in the controller
    private const string Answers = """
        object        404
        text          404
        number        404
        task          404
        valuetask     404
        typed         404
        ok            200
        void          200
        plain-task    200
        zero          200
        empty         200
        """;

    private RunningApp _app = null!;

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var cells in Answers.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                cases.Add("held", cells[0], int.Parse(cells[1]));
                cases.Add("nulls", cells[0], int.Parse(cells[1]));
            }

            return cases;
        }
    }

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(NullController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            var held = app.MapGroup("/held").Held();
            held.MapGet("/object", object? () => null);
            held.MapGet("/text", string? () => null);
            held.MapGet("/number", int? () => null);
            held.MapGet("/task", () => Task.FromResult<Thing?>(null));
            held.MapGet("/valuetask", async ValueTask<Thing?> () =>
            {
                await Task.Yield();
                return null;
            });
            held.MapGet("/typed", Thing? () => null);
            held.MapGet("/ok", () => TypedResults.Ok<Thing?>(null));
            held.MapGet("/void", () => { });
            held.MapGet("/plain-task", () => Task.CompletedTask);
            held.MapGet("/zero", int? () => 0);
            held.MapGet("/empty", string? () => "");
            app.MapGet("/unasked", Thing? () => null);
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_404_where_a_value_was_due(string twin, string path, int status)
    {
        var answer = await AskAsync($"{twin}/{path}");
        Assert.Equal(status, answer.Status);
        if (status == 404)
        {
            Assert.Equal("/problems/resource-not-found", answer.Problem("type"));
        }
    }

    [Fact]
    public async Task Is_the_text_null_where_a_minimal_API_was_not_asked_to_be_held() =>
        Assert.Equal("null", (await AskAsync("unasked")).Body);

    private async Task<RawAnswer> AskAsync(string path)
    {
        using var connection = _app.Connect();
        return await connection.AskAsync($"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /// <summary>What may be missing.</summary>
    public sealed record Thing(string Name);
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("nulls")]
public sealed class NullController : ControllerBase
{
    [HttpGet("object")]
    public object? Object() => null;

    [HttpGet("text")]
    public string? Text() => null;

    [HttpGet("number")]
    public int? Number() => null;

    [HttpGet("task")]
    public Task<NullFromAHandler.Thing?> Awaited() => Task.FromResult<NullFromAHandler.Thing?>(null);

    [HttpGet("valuetask")]
    public ValueTask<NullFromAHandler.Thing?> AlsoAwaited() => ValueTask.FromResult<NullFromAHandler.Thing?>(null);

    [HttpGet("typed")]
    public ActionResult<NullFromAHandler.Thing> Typed() => (NullFromAHandler.Thing)null!;

    [HttpGet("ok")]
    public ActionResult<NullFromAHandler.Thing?> Fine() => Ok(null);

    [HttpGet("void")]
    public void Nothing()
    {
    }

    [HttpGet("plain-task")]
    public Task AwaitedNothing() => Task.CompletedTask;

    [HttpGet("zero")]
    public int? Zero() => 0;

    [HttpGet("empty")]
    public string? EmptyText() => "";
}
