using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>What fails is row 500: the answer says nothing of the inside, and the log says all of it, once.</summary>
public sealed class ExceptionThatNobodyHandles
{
    public static TheoryData<string, string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string, string>();
            foreach (var environment in new[] { "Production", "Development" })
            {
                foreach (var aid in CanaryApi.Aids)
                {
                    runs.Add(environment, aid, "minimal");
                    runs.Add(environment, aid, "failing");
                }
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Leaves_nothing_of_the_inside_in_the_answer(string environment, string aid, string twin)
    {
        await using var app = await CanaryApi.StartAsync(environment, aid);
        foreach (var place in CanaryApi.Places)
        {
            var answer = await AskAsync(app, twin, place);
            Assert.Equal($"{place}: HTTP/1.1 500 Internal Server Error", $"{place}: {answer.StatusLine}");
            Assert.Equal("/problems/unexpected-error", answer.Problem("type"));
            Assert.Equal("application/problem+json", answer["Content-Type"]);
            Assert.Contains("no-store", answer["Cache-Control"]);
            var all = $"{answer.StatusLine}\n{string.Join('\n', answer.Fields)}\n{answer.Body}";
            Assert.DoesNotContain("Exception", all, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.CurrentDirectory, all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Is_one_record_with_the_id_and_the_stack(string environment, string aid, string twin)
    {
        await using var app = await CanaryApi.StartAsync(environment, aid);
        var answer = await AskAsync(app, twin, "message");
        var id = answer.Problem("instance")!;
        var record = Assert.Single(app.Log.Records, record => record.Text.Contains(id, StringComparison.Ordinal));
        Assert.Equal(LogLevel.Error, record.Level);
        Assert.Contains(Canary.Mark, record.Exception!.Message);
        Assert.Contains(nameof(CanaryApi), record.Exception.StackTrace);
    }

    /// <summary>The serializer writes to memory for a while before the first bytes are sent.</summary>
    [Theory]
    [MemberData(nameof(Runs))]
    public async Task While_the_answer_is_written_is_a_whole_500_as_long_as_nothing_was_sent(string environment, string aid, string twin)
    {
        await using var app = await CanaryApi.StartAsync(environment, aid);
        foreach (var length in (int[])[1, 30, 50, 100])
        {
            using var connection = app.Connect();
            var answer = await connection.AskAsync($"GET /{twin}/list/{length} HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal((length, 500, "/problems/unexpected-error"), (length, answer.Status, answer.Problem("type")));
            var record = Assert.Single(
                app.Log.Records, record => record.Text.Contains(answer.Problem("instance")!, StringComparison.Ordinal));
            Assert.Contains(Canary.Mark, record.Exception!.ToString(), StringComparison.Ordinal);
        }

        using var late = app.Connect();
        await late.SendAsync($"GET /{twin}/list/100000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await Assert.ThrowsAnyAsync<IOException>(async () => await late.ReadAsync());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("problems")]
    [InlineData("handler")]
    public async Task In_production_is_one_error_of_all_in_the_log(string aid)
    {
        await using var app = await CanaryApi.StartAsync("Production", aid);
        await AskAsync(app, "minimal", "message");
        Assert.Single(app.Log.Records, record => record.Level >= LogLevel.Error);
    }

    private static async Task<RawAnswer> AskAsync(RunningApp app, string twin, string place)
    {
        using var connection = app.Connect();
        return await connection.AskAsync(
            $"POST /{twin}/{place} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Canary.Mark}\r\nContent-Length: 0\r\n\r\n");
    }
}
