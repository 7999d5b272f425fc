namespace Statute.Acceptance.Stock;

/// <summary>A fresh stockroom for the tests of one class.</summary>
public abstract class FreshStockroom(params string[] arguments) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StockroomProcess? _process;

    public Uri Address => _process!.Address;

    public string Data => _folder.Path;

    public string Output => _process!.Output;

    public async ValueTask InitializeAsync() => _process = await StockroomProcess.StartAsync(_folder.Path, arguments);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }
}

public sealed class HeldStockroom : FreshStockroom;

public sealed class StockroomAsWritten() : FreshStockroom("--as-written");
