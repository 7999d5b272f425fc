using Statute.Jobs.Running;

namespace Statute.Jobs.Tests.Running;

/// <summary>The threads that jobs begin on.</summary>
public sealed class ThreadsOfJobs
{
    [Fact]
    public async Task LetNoJobWaitBehindOneThatBlocks()
    {
        for (var round = 0; round < 3_000; round++)
        {
            using var threads = new WorkerThreads(4);
            var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            threads.Begin(open.Task.Wait);
            Thread.SpinWait(round % 1_000);
            threads.Begin(begun.SetResult);
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            open.SetResult();
        }
    }
}
