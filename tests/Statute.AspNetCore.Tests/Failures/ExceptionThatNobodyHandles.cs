using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>What fails is row 500: the answer says nothing of the inside, and the log says all of it, once.</summary>
public sealed class ExceptionThatNobodyHandles
{
    public static TheoryData<string, string> Runs => new()
    {
        { "Production", "minimal" },
        { "Production", "failing" },
        { "Development", "minimal" },
        { "Development", "failing" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Leaves_nothing_of_the_inside_in_the_answer(string environment, string twin)
    {
        await using var app = await CanaryApi.StartAsync(environment);
        foreach (var place in CanaryApi.Places)
        {
            var answer = await AskAsync(app, twin, place);
            Assert.Equal($"{place}: HTTP/1.1 500 Internal Server Error", $"{place}: {answer.StatusLine}");
            Assert.Equal("/problems/unexpected-error", answer.Problem("type"));
            Assert.Equal("application/problem+json", answer["Content-Type"]);
            Assert.Equal("no-store", answer["Cache-Control"]);
            var all = $"{answer.StatusLine}\n{string.Join('\n', answer.Fields)}\n{answer.Body}";
            Assert.DoesNotContain(CanaryApi.Canary, all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Exception", all, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.CurrentDirectory, all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Is_one_record_with_the_id_and_the_stack(string environment, string twin)
    {
        await using var app = await CanaryApi.StartAsync(environment);
        var answer = await AskAsync(app, twin, "message");
        var id = answer.Problem("instance")!;
        var record = Assert.Single(app.Log.Records, record => record.Text.Contains(id, StringComparison.Ordinal));
        Assert.Equal(LogLevel.Error, record.Level);
        Assert.Contains(CanaryApi.Canary, record.Exception!.Message);
        Assert.Contains(nameof(CanaryApi), record.Exception.StackTrace);
    }

    [Fact]
    public async Task In_production_is_one_error_of_all_in_the_log()
    {
        await using var app = await CanaryApi.StartAsync("Production");
        await AskAsync(app, "minimal", "message");
        Assert.Single(app.Log.Records, record => record.Level >= LogLevel.Error);
    }

    private static async Task<RawAnswer> AskAsync(RunningApp app, string twin, string place)
    {
        using var connection = app.Connect();
        return await connection.AskAsync(
            $"POST /{twin}/{place} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {CanaryApi.Canary}\r\nContent-Length: 0\r\n\r\n");
    }
}
