using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;
using Statute.Jobs.Tests.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A worker that does not hold its job any more stops, and records nothing.</summary>
public sealed class ClaimThatIsLost : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Door _door = new();
    private readonly Door _canceled = new();
    private WatchedStore _store = null!;
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _store = new WatchedStore(new SqliteJobStore(_folder.File("watched.db")));
        _app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/slow", async (CancellationToken cancel) =>
                {
                    try
                    {
                        await _door.PassAsync(cancel);
                    }
                    catch (OperationCanceledException)
                    {
                        await _canceled.PassAsync(CancellationToken.None);
                        throw;
                    }
                }).Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.AddSingleton<IJobStore>(_store),
            jobs => jobs.Lease = TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        _canceled.Open();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ToAnotherOne()
    {
        await _app.PostAsync("/slow");
        await _door.Reached;
        _store.Lease = JobLease.Lost;
        await _canceled.Reached;
        _canceled.Open();
        await Until.TrueAsync(() => LostOnes() == 1);
        Assert.Equal(0, _store.Completed);
    }

    [Fact]
    public async Task BeforeTheHandlerHasBegun()
    {
        _store.Lease = JobLease.Lost;
        await _app.PostAsync("/slow");
        await Until.TrueAsync(() => LostOnes() == 1);
        Assert.False(_door.IsReached);
        Assert.Equal(0, _store.Completed);
    }

    [Fact]
    public async Task ByACancelBeforeTheHandlerHasBegun()
    {
        _store.IsCanceledWhenClaimed = true;
        var monitor = await _app.EndAsync(await _app.PostAsync("/slow"));
        Assert.Equal(("Canceled", 0), (monitor.State, monitor.Json.GetProperty("attempts").GetInt32()));
        Assert.False(_door.IsReached);
    }

    [Fact]
    public async Task ForWantOfAnAnswer()
    {
        await _app.PostAsync("/slow");
        await _door.Reached;
        _store.Fails = true;
        await _canceled.Reached;
        _canceled.Open();
        await Until.TrueAsync(() => LostOnes() == 1);
        Assert.Equal(0, _store.Completed);
    }

    [Fact]
    public async Task IsNotLostWhileItIsRenewed()
    {
        var accepted = await _app.PostAsync("/slow");
        await _door.Reached;
        await Until.TrueAsync(() => _store.Renewed > 6);
        // A pool without a free thread would renew nothing.
        Assert.Equal(0, _store.RenewedByThePool);
        _door.Open();
        var monitor = await _app.EndAsync(accepted);
        Assert.Equal(("Succeeded", 1), (monitor.State, monitor.Json.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task IsToldOfACancelByAnotherProcess()
    {
        var accepted = await _app.PostAsync("/slow");
        await _door.Reached;
        _store.Lease = JobLease.CancelRequested;
        await _canceled.Reached;
        _canceled.Open();
        Assert.Equal("Canceled", (await _app.EndAsync(accepted)).State);
    }

    private int LostOnes() =>
        _app.App.Log.Records.Count(record => record.Text.Contains("was not renewed in time", StringComparison.Ordinal));
}
