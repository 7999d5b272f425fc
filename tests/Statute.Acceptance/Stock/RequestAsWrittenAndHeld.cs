namespace Statute.Acceptance.Stock;

/// <summary>What docs/as-written.md says of a request, against what both stockrooms answer to it.</summary>
public sealed class RequestAsWrittenAndHeld(StockroomAsWritten asWritten, HeldStockroom held)
    : IClassFixture<StockroomAsWritten>, IClassFixture<HeldStockroom>
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows => AsWrittenPage.Rows();

    [Fact]
    public void HasARowOnThePage() => Assert.Equal(AsWrittenRequests.All.Keys, AsWrittenPage.Rows().Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task IsAnsweredAsThePageSays(string request, string printedAsWritten, string printedHeld)
    {
        var before = await AsWrittenRequests.SendAsync(request, asWritten.Address);
        var now = await AsWrittenRequests.SendAsync(request, held.Address);
        var printed = $"| {request} | {printedAsWritten} | {printedHeld} |";
        var came = $"| {request} | {before.StatusLine}, {(before.Content.Length > 0 ? before.MediaType : "no body")} | {HeldCell(now)} |";
        Assert.True(printed == came, $"docs/as-written.md prints (-) what did not come (+):\n- {printed}\n+ {came}");
    }

    private static string HeldCell(Answer answer) => answer.IsSuccess ? answer.StatusLine : $"{answer.StatusLine}, {answer.ProblemType}";
}
