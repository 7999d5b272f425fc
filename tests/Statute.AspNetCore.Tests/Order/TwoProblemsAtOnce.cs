using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Order;

/// <summary>The published order of decisions, pair by pair, over a socket.</summary>
public sealed class TwoProblemsAtOnce : IAsyncLifetime
{
    private RunningApp _app = null!;

    public static TheoryData<string> Twins => ["minimal", "controller"];

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder => TwinApi.AddServices(builder.Services),
        app =>
        {
            app.UseStatute();
            TwinApi.Map(app);
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

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
        var answer = await connection.AskAsync(OrderRow.Valid.ToRequest(twin));
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
        Assert.Equal(9, impossible.Count);
        Assert.All(OrderTable.Impossible, p => Assert.NotEmpty(p.Reason));
        Assert.Empty(pairs.Intersect(impossible));
        Assert.Equal(problems.Count * (problems.Count - 1) / 2, pairs.Count + impossible.Count);
        Assert.All(pairs, pair => Assert.True(pair.Item1 < pair.Item2, $"{pair.Item1} does not stand above {pair.Item2}."));
    }

    /// <summary>Where the row says so, all of the budget is held by others while the request is answered.</summary>
    private async Task<RawAnswer> AskAsync(RawConnection connection, OrderRow row, string twin)
    {
        if (!row.FillsBudget)
        {
            return await connection.AskAsync(row.ToRequest(twin));
        }

        var budget = _app.Services.GetRequiredService<ContentBudget>();
        Assert.True(budget.TryTake(budget.Size));
        try
        {
            return await connection.AskAsync(row.ToRequest(twin));
        }
        finally
        {
            budget.Give(budget.Size);
        }
    }

    private static string? TypeOf(RawAnswer answer) => answer.Body.Length == 0 ? null : answer.Problem("type")?.Split('/')[^1];
}
