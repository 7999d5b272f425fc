namespace Statute.Acceptance.Stock;

public sealed class VersionThatIsNamed(HeldStockroom stockroom) : IClassFixture<HeldStockroom>, IAsyncLifetime
{
    private readonly string _sku = $"V-{Guid.NewGuid().ToString("N")[..20]}";
    private readonly Caller _caller = new(stockroom.Address);
    private string _old = null!;
    private string _current = null!;

    public async ValueTask InitializeAsync()
    {
        await _caller.MustCreateAsync(_sku);
        _old = (await _caller.GetAsync($"/items/{_sku}")).ETag!;
        Assert.Equal(200, (await _caller.ReplaceAsync(_sku, 1, ifMatch: null)).Status);
        _current = (await _caller.GetAsync($"/items/{_sku}")).ETag!;
        Assert.NotEqual(_old, _current);
    }

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task IsWrittenOverWhereItIsTheCurrentOne() => await AssertWritesAsync(_current);

    [Fact]
    public async Task IsWrittenOverWhereItIsOneOfSeveral() => await AssertWritesAsync($"{_old}, {_current}");

    [Fact]
    public async Task IsWrittenOverWhereItIsAny() => await AssertWritesAsync("*");

    [Fact]
    public async Task NeedNotBeNamed() => await AssertWritesAsync(null);

    [Fact]
    public async Task IsNotWrittenOverWhereItIsAnOldOne()
    {
        var refused = await _caller.ReplaceAsync(_sku, 7, _old);
        Assert.Equal((409, "/problems/edit-conflict", _current), (refused.Status, refused.ProblemType, refused.ETag));
        Assert.Equal(_current, (await _caller.GetAsync($"/items/{_sku}")).ETag);
    }

    [Fact]
    public async Task IsNotSentAgainToWhoHasIt()
    {
        var answer = await _caller.GetAsync($"/items/{_sku}", ifNoneMatch: _current);
        Assert.Equal((304, "", _current), (answer.Status, answer.Content, answer.ETag));
    }

    [Fact]
    public async Task IsSentToWhoHasAnOldOne()
    {
        var answer = await _caller.GetAsync($"/items/{_sku}", ifNoneMatch: _old);
        Assert.Equal((200, _current), (answer.Status, answer.ETag));
        Assert.Equal(1, answer.Json.GetProperty("qty").GetInt32());
    }

    private async Task AssertWritesAsync(string? ifMatch)
    {
        var written = await _caller.ReplaceAsync(_sku, 7, ifMatch);
        Assert.Equal(200, written.Status);
        var now = await _caller.GetAsync($"/items/{_sku}");
        Assert.Equal((written.ETag, written.Content), (now.ETag, now.Content));
        Assert.NotEqual(_current, now.ETag);
        Assert.Equal(7, now.Json.GetProperty("qty").GetInt32());
    }
}
