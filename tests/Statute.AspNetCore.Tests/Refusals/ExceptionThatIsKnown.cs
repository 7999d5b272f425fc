using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Refusals;

/// <summary>
/// An exception that means a row is that row, before the application's own handler sees it; unless the application does not want it.
/// </summary>
public sealed class ExceptionThatIsKnown
{
    // exception, option, row and type; without the option it is an error like any other
    public static TheoryData<string, string, KnownException, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, KnownException, int, string>();
            foreach (var twin in new[] { "minimal", "knowing" })
            {
                cases.Add(twin, "unique", KnownException.UniqueKeyViolation, 409, "already-exists");
                cases.Add(twin, "changed", KnownException.EditConflict, 409, "edit-conflict");
                cases.Add(twin, "unbuilt", KnownException.NotImplemented, 501, "not-built");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_its_row(string twin, string what, KnownException known, int status, string type)
    {
        Assert.Contains(known, new StatuteOptions().Translate);
        await using var app = await StartAsync(_ => { });
        var answer = await AskAsync(app, twin, what);
        Assert.Equal((status, $"/problems/{type}"), (answer.Status, answer.Problem("type")));
        Assert.DoesNotContain(app.Log.Records, record => record.Level >= LogLevel.Warning);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_left_to_the_application_where_it_says_so(string twin, string what, KnownException known, int status, string type)
    {
        await using var app = await StartAsync(options => options.Translate.Remove(known));
        var answer = await AskAsync(app, twin, what);
        Assert.NotEqual((status, type), (500, "unexpected-error"));
        Assert.Equal((500, "/problems/unexpected-error"), (answer.Status, answer.Problem("type")));
        Assert.Equal("yes", answer["X-Handled"]);
    }

    internal static int Fail(string what) => throw (what switch
    {
        "unique" => new StateException("23505"),
        "changed" => new InvalidOperationException("Saving failed.", new StateException("40001")),
        _ => new NotImplementedException("Nobody has built it."),
    });

    private static Task<RunningApp> StartAsync(Action<StatuteOptions> options) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute(options);
            builder.Services.AddControllers().AddApplicationPart(typeof(KnowingController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.UseExceptionHandler(branch => branch.Run(context =>
            {
                context.Response.Headers["X-Handled"] = "yes";
                return Task.CompletedTask;
            }));
            app.MapGet("/minimal/{what}", (string what) => Fail(what));
            app.MapControllers();
        });

    private static async Task<RawAnswer> AskAsync(RunningApp app, string twin, string what)
    {
        using var connection = app.Connect();
        return await connection.AskAsync($"GET /{twin}/{what} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private sealed class StateException(string state) : DbException("The database refuses.")
    {
        public override string SqlState => state;
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("knowing/{what}")]
public sealed class KnowingController : ControllerBase
{
    [HttpGet]
    public int Fail(string what) => ExceptionThatIsKnown.Fail(what);
}
