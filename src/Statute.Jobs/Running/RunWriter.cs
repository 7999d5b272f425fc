using System.Buffers;
using System.IO.Pipelines;

namespace Statute.Jobs.Running;

/// <summary>Keeps the content of a run's answer, up to a limit. The first flush starts the response, as in a server.</summary>
internal sealed class RunWriter(RunResponse response, long limit) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> _kept = new();
    private int _flushed;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _kept.WrittenCount - _flushed;

    /// <summary>Whether there was more than is kept.</summary>
    internal bool IsOverLimit { get; private set; }

    internal ReadOnlyMemory<byte> Kept => _kept.WrittenMemory;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _kept.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _kept.GetSpan(sizeHint);

    public override void Advance(int bytes)
    {
        if (_kept.WrittenCount + (long)bytes > limit)
        {
            IsOverLimit = true;
            throw new InvalidOperationException(
                $"The answer has more bytes than the {limit} that are stored. Raise {nameof(JobOptions.MaxStoredAnswer)}, or say less.");
        }

        _kept.Advance(bytes);
    }

    /// <summary>Not canceled by a token, which would leave out what was written: an answer is kept whole, or is none.</summary>
    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        await response.StartAsync(CancellationToken.None);
        _flushed = _kept.WrittenCount;
        return default;
    }

    public override void CancelPendingFlush()
    {
        // There is nobody whom a flush waits for.
    }

    /// <summary>The answer ends with the run, whoever says so before.</summary>
    public override void Complete(Exception? exception = null)
    {
    }
}
