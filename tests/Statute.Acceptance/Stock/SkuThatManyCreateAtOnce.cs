namespace Statute.Acceptance.Stock;

public sealed class SkuThatManyCreateAtOnce(HeldStockroom first) : IClassFixture<HeldStockroom>
{
    private const int Callers = 50;

    [Fact]
    public async Task IsCreatedOnceAndExistsAlreadyForAllOthers()
    {
        using var caller = new Caller(first.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(qty => caller.CreateAsync("ONE", qty)));
        AssertOneWasFirst(answers);
        AssertHasOneRow(await caller.GetAsync("/items"), "ONE", answers);
    }

    [Fact]
    public async Task IsCreatedOnceAlsoByTwoProcessesOnOneFile()
    {
        var users = await File.ReadAllBytesAsync(Path.Combine(first.Data, "users"));
        await using var second = await StockroomProcess.StartBesideAsync(first.Data);
        using var here = new Caller(first.Address);
        using var there = new Caller(second.Address);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(qty => (qty % 2 == 0 ? here : there).CreateAsync("TWO", qty)));
        AssertOneWasFirst(answers);
        AssertHasOneRow(await here.GetAsync("/items"), "TWO", answers);
        AssertHasOneRow(await there.GetAsync("/items"), "TWO", answers);
        // The second has made neither the users nor the items anew.
        Assert.Equal(users, await File.ReadAllBytesAsync(Path.Combine(first.Data, "users")));
    }

    private static void AssertOneWasFirst(Answer[] answers)
    {
        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.Equal(
            Enumerable.Repeat((409, "/problems/already-exists"), Callers - 1),
            answers.Where(answer => !answer.IsSuccess).Select(answer => (answer.Status, answer.ProblemType ?? answer.Content)));
    }

    /// <summary>There is one row, and it is that of the caller who was told so.</summary>
    private static void AssertHasOneRow(Answer list, string sku, Answer[] answers)
    {
        var row = Assert.Single(list.Json.EnumerateArray(), item => item.GetProperty("sku").GetString() == sku);
        var told = answers.Single(answer => answer.IsSuccess).Json;
        Assert.Equal(told.GetProperty("qty").GetInt32(), row.GetProperty("qty").GetInt32());
    }
}
