namespace Statute.Acceptance.Stock;

public sealed class RestartOfTheStockroom(KilledStockroom stockroom) : IClassFixture<KilledStockroom>, IDisposable
{
    private readonly Caller _caller = new(stockroom.Address);

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task KeepsItsItems()
    {
        Assert.Equal(["ONE", "TWO"], (await _caller.GetAsync("/items")).Json.EnumerateArray().Select(item => $"{item.GetProperty("sku")}"));
        Assert.Equal(stockroom.One.Content, (await _caller.GetAsync("/items/ONE")).Content);
        Assert.Equal(7, stockroom.One.Json.GetProperty("qty").GetInt32());
    }

    [Fact]
    public async Task KeepsTheirVersions()
    {
        Assert.NotNull(stockroom.Two.ETag);
        Assert.Equal(stockroom.Two.ETag, (await _caller.GetAsync("/items/TWO")).ETag);
        Assert.Equal(304, (await _caller.GetAsync("/items/TWO", ifNoneMatch: stockroom.Two.ETag)).Status);
        Assert.Equal(200, (await _caller.ReplaceAsync("TWO", 8, stockroom.Two.ETag)).Status);
        Assert.Equal((409, "/problems/edit-conflict"), StatusAndType(await _caller.ReplaceAsync("TWO", 9, stockroom.Two.ETag)));
    }

    [Fact]
    public async Task KeepsASkuTaken() => Assert.Equal((409, "/problems/already-exists"), StatusAndType(await _caller.CreateAsync("ONE")));

    private static (int Status, string? Type) StatusAndType(Answer answer) => (answer.Status, answer.ProblemType);
}
