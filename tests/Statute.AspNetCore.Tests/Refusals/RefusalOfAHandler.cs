using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;
using Statute.Problems;

namespace Statute.AspNetCore.Tests.Refusals;

/// <summary>A handler refuses in words of its own, with any row that the table has.</summary>
public sealed class RefusalOfAHandler : IAsyncLifetime
{
    private RunningApp _app = null!;

    public static TheoryData<string, string> Twins => new()
    {
        { "minimal", "returned" },
        { "minimal", "thrown" },
        { "refusing", "returned" },
        { "refusing", "thrown" },
    };

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(RefusingController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.MapGet("/minimal/returned/{what}", (string what) => Made(what));
            app.MapGet("/minimal/thrown/{what}", object (string what) => throw Made(what).ToException());
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Is_told_in_its_words(string twin, string way)
    {
        var answer = await AskAsync(twin, way, "funds");
        Assert.Equal("HTTP/1.1 403 Forbidden", answer.StatusLine);
        Assert.Equal("/problems/insufficient-funds", answer.Problem("type"));
        Assert.Equal("The account has 30, and 50 are needed.", answer.Problem("detail"));
        Assert.Equal("modified", answer.Problem("repeat"));
        Assert.Equal(
            """[{"detail":"50 is more than 30.","pointer":"#/amount"},{"detail":"closed","parameter":"account"}]""",
            answer.Problem("errors"));
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task May_be_any_row(string twin, string way)
    {
        foreach (var row in StatusTable.Default.Rows.Where(row => row.Kind == RowKind.Abnormal))
        {
            var answer = await AskAsync(twin, way, $"{row.Code}");
            Assert.Equal($"HTTP/1.1 {row.Code} {row.Message}", answer.StatusLine);
            Assert.Equal($"{row.Code}", answer.Problem("status"));
            Assert.Equal(row.Message, answer.Problem("title"));
        }
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task May_name_a_time_and_a_type_elsewhere(string twin, string way)
    {
        var answer = await AskAsync(twin, way, "later");
        Assert.Equal(503, answer.Status);
        Assert.Equal("2", answer["Retry-After"]);
        Assert.Equal("https://example.com/busy", answer.Problem("type"));
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task With_a_code_that_the_table_lacks_is_500_and_the_log_says_why(string twin, string way)
    {
        var answer = await AskAsync(twin, way, "418");
        Assert.Equal(500, answer.Status);
        var record = Assert.Single(_app.Log.Records, record => record.Text.Contains(answer.Problem("instance")!, StringComparison.Ordinal));
        Assert.Contains("refuses with 418, which the table has no row for", record.Exception!.Message);
    }

    [Fact]
    public async Task Is_no_error_in_the_log()
    {
        await AskAsync("minimal", "thrown", "409");
        await AskAsync("refusing", "thrown", "409");
        Assert.DoesNotContain(_app.Log.Records, record => record.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(399)]
    [InlineData(600)]
    public void Needs_a_code_that_refuses(int code) => Assert.Throws<ArgumentOutOfRangeException>(() => new Refusal(code));

    internal static Refusal Made(string what) => what switch
    {
        "funds" => new Refusal(403)
        {
            Detail = "The account has 30, and 50 are needed.",
            Type = "insufficient-funds",
            Errors = [new ProblemError("50 is more than 30.", "#/amount"), new ProblemError("closed", Parameter: "account")],
        },
        "later" => new Refusal(503) { Type = "https://example.com/busy", RetryAfter = TimeSpan.FromMilliseconds(1500) },
        _ => new Refusal(int.Parse(what)),
    };

    private async Task<RawAnswer> AskAsync(string twin, string way, string what)
    {
        using var connection = _app.Connect();
        return await connection.AskAsync($"GET /{twin}/{way}/{what} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("refusing")]
public sealed class RefusingController : ControllerBase
{
    [HttpGet("returned/{what}")]
    public IResult Returned(string what) => RefusalOfAHandler.Made(what);

    [HttpGet("thrown/{what}")]
    public IResult Thrown(string what) => throw RefusalOfAHandler.Made(what).ToException();
}
