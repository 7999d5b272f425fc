using System.Buffers;
using System.IO.Pipelines;

namespace Statute.AspNetCore.Answers;

/// <summary>The response's PipeWriter as the application sees it.</summary>
internal sealed class GateWriter(AnswerGate gate) : PipeWriter
{
    /// <summary>Memory of ours that was given out and not yet written to.</summary>
    private Memory<byte> _place;

    /// <summary>Whether somebody has memory of ours and may still write to it.</summary>
    internal bool HasPlace => !_place.IsEmpty;

    public override bool CanGetUnflushedBytes => gate.Server.Writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => gate.State switch
    {
        GateState.Passing => gate.Server.Writer.UnflushedBytes,
        GateState.Unsent => gate.Withheld.Written.Length,
        GateState.Open or GateState.Discarding or GateState.Withheld => 0,
    };

    // The answer is not judged when a place is asked for: until bytes are to be sent the status may still change.
    public override Memory<byte> GetMemory(int sizeHint = 0) => gate.State == GateState.Passing
        ? gate.Server.Writer.GetMemory(sizeHint)
        : _place = gate.GetPlace(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) =>
        gate.State == GateState.Passing ? gate.Server.Writer.GetSpan(sizeHint) : GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (gate.State == GateState.Passing && !HasPlace)
        {
            gate.Give().Advance(bytes);
            return;
        }

        var written = _place[..bytes];
        Reset();
        switch (gate.State)
        {
            case GateState.Open or GateState.Unsent or GateState.Withheld:
                gate.Keep(written.Span);
                break;
            case GateState.Passing:
                // The place was given out before the answer was judged.
                gate.Give().Write(written.Span);
                break;
            case GateState.Discarding:
                break;
        }
    }

    /// <summary>Forgets memory that was given out and not used.</summary>
    internal void Reset() => _place = default;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => gate.Decide() switch
    {
        GateState.Passing => gate.Server.Writer.FlushAsync(cancellationToken),
        GateState.Discarding => SentAsync(gate.Server.StartAsync(cancellationToken)),
        // To write a text ends by this too: what is withheld waits for a flush of the stream, or for the handler's end.
        GateState.Withheld when gate.Withheld.Overflowed => SentAsync(gate.RefuseEarlyAsync()),
        GateState.Open or GateState.Unsent or GateState.Withheld => default,
    };

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        switch (gate.Decide())
        {
            case GateState.Passing:
                return gate.Server.Writer.WriteAsync(source, cancellationToken);
            case GateState.Withheld:
                gate.Withheld.Write(source.Span);
                return gate.Withheld.Overflowed ? SentAsync(gate.RefuseEarlyAsync()) : default;
            case GateState.Discarding:
                return SentAsync(gate.Server.StartAsync(cancellationToken));
            case GateState.Open or GateState.Unsent:
                return default;
        }

        return default;
    }

    public override void CancelPendingFlush() => gate.Server.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (!gate.TryFail(exception) && gate.Decide() == GateState.Passing)
        {
            gate.Server.Writer.Complete(exception);
        }
    }

    public override ValueTask CompleteAsync(Exception? exception = null) =>
        !gate.TryFail(exception) && gate.Decide() == GateState.Passing ? gate.Server.Writer.CompleteAsync(exception) : default;

    private static async ValueTask<FlushResult> SentAsync(Task sending)
    {
        await sending;
        return default;
    }
}
