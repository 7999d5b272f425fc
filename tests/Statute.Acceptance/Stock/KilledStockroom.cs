namespace Statute.Acceptance.Stock;

/// <summary>
/// Two items that were written, then a stockroom that was killed and not asked to end, then another one on the same data: what was
/// answered must have been in the file.
/// </summary>
public sealed class KilledStockroom : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StockroomProcess? _second;

    public Uri Address => _second!.Address;

    /// <summary>The items as the first stockroom told of them.</summary>
    internal Answer One { get; private set; } = null!;

    internal Answer Two { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var first = await StockroomProcess.StartAsync(_folder.Path))
        {
            using var caller = new Caller(first.Address);
            One = await WriteAsync(caller, "ONE");
            Two = await WriteAsync(caller, "TWO");
        }
        _second = await StockroomProcess.StartAsync(_folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_second is not null)
        {
            await _second.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static async Task<Answer> WriteAsync(Caller caller, string sku)
    {
        await caller.MustCreateAsync(sku);
        Assert.Equal(200, (await caller.ReplaceAsync(sku, 7, ifMatch: null)).Status);
        return await caller.GetAsync($"/items/{sku}");
    }
}
