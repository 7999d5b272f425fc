namespace Statute.Acceptance.Stock;

public sealed class VersionThatTwoWriteOver(HeldStockroom first) : IClassFixture<HeldStockroom>
{
    private const int Rounds = 20;

    [Fact]
    public async Task IsWrittenOverByOneAndAConflictForTheOther()
    {
        using var one = new Caller(first.Address);
        using var other = new Caller(first.Address);
        await AssertOneWinsEachRoundAsync("ONE", one, other);
    }

    [Fact]
    public async Task IsWrittenOverByOneAlsoThroughTwoProcessesOnOneFile()
    {
        await using var second = await StockroomProcess.StartBesideAsync(first.Data);
        using var here = new Caller(first.Address);
        using var there = new Caller(second.Address);
        await AssertOneWinsEachRoundAsync("TWO", here, there);
    }

    private static async Task AssertOneWinsEachRoundAsync(string sku, Caller one, Caller other)
    {
        await one.MustCreateAsync(sku);
        for (var round = 0; round < Rounds; round++)
        {
            var seen = (await one.GetAsync($"/items/{sku}")).ETag;
            Assert.NotNull(seen);
            // A list too: the check before the handler passes it, and the handler has to find the one that it writes over.
            var naming = round % 2 == 0 ? seen : $"\"old\", {seen}";
            var answers = await Task.WhenAll(one.ReplaceAsync(sku, 2 * round, naming), other.ReplaceAsync(sku, (2 * round) + 1, naming));
            var now = await one.GetAsync($"/items/{sku}");
            Assert.NotEqual(seen, now.ETag);

            var written = Assert.Single(answers, answer => answer.Status == 200);
            Assert.Equal((now.ETag, now.Content), (written.ETag, written.Content));

            var refused = Assert.Single(answers, answer => answer.Status != 200);
            Assert.Equal((409, "/problems/edit-conflict", now.ETag), (refused.Status, refused.ProblemType, refused.ETag));
        }
    }
}
