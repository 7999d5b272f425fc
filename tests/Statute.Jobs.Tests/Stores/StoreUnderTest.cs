using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A store with nothing in it, whose time stands still until a test moves it.</summary>
internal abstract class StoreUnderTest : IAsyncDisposable
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal WallAndPendulum Time { get; } = new();

    internal IJobStore Store { get; private set; } = null!;

    internal static async Task<StoreUnderTest> OpenAsync(StoreKind kind)
    {
        StoreUnderTest store = kind switch
        {
            StoreKind.Sqlite => new SqliteStoreUnderTest(),
        };
        await store.StartAsync();
        return store;
    }

    /// <summary>Closes the store, and opens it again as another process would.</summary>
    internal async Task ReopenAsync(Action? between = null)
    {
        await Store.DisposeAsync();
        between?.Invoke();
        await StartAsync();
    }

    /// <summary>Leaves the store as a killed process leaves it, and opens what is left.</summary>
    internal async Task CrashAsync()
    {
        await using var killed = Store;
        Abandon();
        await StartAsync();
    }

    public virtual async ValueTask DisposeAsync() => await Store.DisposeAsync();

    protected abstract IJobStore Make();

    /// <summary>Keeps what is on the disk now, and nothing that a store would do when it is closed.</summary>
    protected abstract void Abandon();

    private async Task StartAsync()
    {
        Store = Make();
        await Store.OpenAsync(Cancel);
    }
}
