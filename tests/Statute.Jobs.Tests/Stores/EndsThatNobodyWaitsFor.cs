using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

public sealed class EndsThatNobodyWaitsFor
{
    [Fact]
    public async Task LeaveNothingBehind()
    {
        var ends = new EndSignals();
        var (canceled, ended, known) = (JobId.New(), JobId.New(), JobId.New());
        using var patience = new CancellationTokenSource();
        var givingUp = Enumerable.Range(0, 10).Select(_ => ends.WaitAsync(canceled, _ => false, patience.Token)).ToList();
        var waiting = Enumerable.Range(0, 10).Select(_ => ends.WaitAsync(ended, _ => false, CancellationToken.None)).ToList();
        await ends.WaitAsync(known, _ => true, CancellationToken.None);
        Assert.Equal(2, ends.Count);

        ends.Raise(ended);
        await Task.WhenAll(waiting);
        Assert.Equal(1, ends.Count);

        await patience.CancelAsync();
        foreach (var one in givingUp)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        Assert.Equal(0, ends.Count);
    }
}
