using System.IO.Pipelines;

namespace Statute.Jobs.Running;

/// <summary>Starts the response before its first byte is kept.</summary>
internal sealed class RunWriter(RunResponse response, PipeWriter kept) : PipeWriter
{
    public override bool CanGetUnflushedBytes => kept.CanGetUnflushedBytes;

    public override long UnflushedBytes => kept.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => kept.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => kept.GetSpan(sizeHint);

    public override void Advance(int bytes) => kept.Advance(bytes);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        await response.StartAsync(cancellationToken);
        // A canceled flush would leave out what was written: an answer is kept whole, or is none.
        return await kept.FlushAsync(CancellationToken.None);
    }

    public override void CancelPendingFlush() => kept.CancelPendingFlush();

    /// <summary>The answer ends with the run, whoever says so before.</summary>
    public override void Complete(Exception? exception = null)
    {
    }
}
