using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Basic;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.AspNetCore.Tests.Order;

/// <summary>The published order of decisions, pair by pair, over a socket.</summary>
public sealed class TwoProblemsAtOnce : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TroubledStore _store = null!;
    private RunningApp _app = null!;
    private string _endedJob = null!;

    public static TheoryData<string> Twins => ["minimal", "controller"];

    public async ValueTask InitializeAsync()
    {
        _store = new TroubledStore(new SqliteJobStore(_folder.File("jobs.db")));
        _app = await RunningApp.StartAsync(
            builder => TwinApi.AddServices(builder.Services, _store),
            app =>
            {
                app.UseStatute();
                TwinApi.Map(app);
            });
        foreach (var twin in new[] { "minimal", "controller" })
        {
            var first = await StartJobAsync(twin, "-", "Prefer: wait=20\r\nIdempotency-Key: " + OrderRow.ReusedKey);
            Assert.Equal("HTTP/1.1 200 OK", first.StatusLine);
        }

        using var connection = _app.Connect();
        var jobs = await connection.AskAsync("GET /jobs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test manager\r\n\r\n");
        _endedJob = jobs.Json.GetProperty("jobs")[0].GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task The_upper_one_is_answered(string twin)
    {
        var wrong = new List<string>();
        foreach (var pair in OrderTable.Pairs)
        {
            foreach (var row in new[] { pair.Both, pair.Repaired })
            {
                using var connection = _app.Connect();
                var answer = await AskAsync(connection, row, twin);
                var slug = TypeOf(answer);
                if (slug != row.Problem.Name() || answer.Status != row.Problem.Code())
                {
                    wrong.Add($"{row} on {twin}: {answer.StatusLine} {slug}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task And_without_any_the_request_passes(string twin)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync(OrderRow.Valid.ToRequest(twin, _endedJob));
        Assert.Equal("HTTP/1.1 200 OK", answer.StatusLine);
    }

    [Fact]
    public async Task Every_row_but_202_is_answered_as_often_by_one_style_as_by_the_other()
    {
        var counts = new Dictionary<string, SortedDictionary<int, int>>();
        foreach (var twin in new[] { "minimal", "controller" })
        {
            counts[twin] = [];
            foreach (var row in OrderTable.Pairs.SelectMany(pair => new[] { pair.Both, pair.Repaired }).Append(OrderRow.Valid))
            {
                using var connection = _app.Connect();
                var status = (await AskAsync(connection, row, twin)).Status;
                counts[twin][status] = counts[twin].GetValueOrDefault(status) + 1;
            }
        }

        Assert.Equal(counts["minimal"], counts["controller"]);
        Assert.Equal(StatusTable.Default.Rows.Select(row => row.Code).Where(code => code != 202), counts["minimal"].Keys);
    }

    [Fact]
    public void Every_pair_is_in_the_table_or_impossible_for_a_reason()
    {
        var problems = ProblemTypes.All;
        var pairs = OrderTable.Pairs.Select(p => (p.Both.Problem, p.Repaired.Problem)).ToHashSet();
        var impossible = OrderTable.Impossible.Select(p => (p.Upper, p.Lower)).ToHashSet();
        Assert.Equal(30, impossible.Count);
        Assert.All(OrderTable.Impossible, p => Assert.NotEmpty(p.Reason));
        Assert.Empty(pairs.Intersect(impossible));
        Assert.Equal(problems.Count * (problems.Count - 1) / 2, pairs.Count + impossible.Count);
        Assert.All(pairs, pair => Assert.True(pair.Item1 < pair.Item2, $"{pair.Item1} does not stand above {pair.Item2}."));
    }

    /// <summary>Makes so what the row says of the world, asks, and undoes it.</summary>
    private async Task<RawAnswer> AskAsync(RawConnection connection, OrderRow row, string twin)
    {
        var budget = _app.Services.GetRequiredService<ContentBudget>();
        var taken = row.FillsBudget ? budget.Size : 0;
        if (row.FindsTargetBusy)
        {
            Assert.Equal(202, (await StartJobAsync(twin, HeldUpHandlers.Outcome, "X-Job: busy")).Status);
        }

        // A request that was answered gives back what it held a moment later.
        await Until.TrueAsync(() => budget.TryTake(taken));
        _store.IsFull = row.FindsStoreFull;
        try
        {
            return await connection.AskAsync(row.ToRequest(twin, _endedJob));
        }
        finally
        {
            _store.IsFull = false;
            budget.Give(taken);
            await LetJobsEndAsync(row);
        }
    }

    private async Task<RawAnswer> StartJobAsync(string twin, string outcome, string fields)
    {
        const string Content = """{"name":"another"}""";
        using var connection = _app.Connect();
        return await connection.AskAsync(
            $"POST /{twin}/queued?number=1&outcome={outcome} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test manager\r\n{fields}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Content.Length}\r\n\r\n{Content}");
    }

    private async Task LetJobsEndAsync(OrderRow row)
    {
        if (!row.FindsTargetBusy)
        {
            return;
        }

        using var connection = _app.Connect();
        const string AskForOpen = "GET /jobs?status={0} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test manager\r\n\r\n";
        foreach (var state in new[] { "NotStarted", "Running" })
        {
            var handlers = _app.Services.GetRequiredService<HeldUpHandlers>();
            RawAnswer open;
            do
            {
                handlers.Release();
                open = await connection.AskAsync(string.Format(AskForOpen, state));
            }
            while (open.Json.GetProperty("jobs").GetArrayLength() > 0);
        }
    }

    private static string? TypeOf(RawAnswer answer) => answer.Body.Length == 0 ? null : answer.Problem("type")?.Split('/')[^1];
}
