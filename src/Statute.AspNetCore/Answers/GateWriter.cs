using System.Buffers;
using System.IO.Pipelines;

namespace Statute.AspNetCore.Answers;

/// <summary>The response's PipeWriter as the application sees it.</summary>
internal sealed class GateWriter(AnswerGate gate) : PipeWriter
{
    /// <summary>Memory of ours that was given out for content that does not go to the client.</summary>
    private Memory<byte> _ours;

    /// <summary>Memory of the server's that was given out before the answer was judged.</summary>
    private Memory<byte> _early;

    public override bool CanGetUnflushedBytes => gate.Server.Writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => gate.State == GateState.Passing ? gate.Server.Writer.UnflushedBytes : 0;

    // The answer is judged when bytes are written, not when a place for them is asked for: until then the status may still change.
    public override Memory<byte> GetMemory(int sizeHint = 0) => gate.State switch
    {
        GateState.Passing => gate.Server.Writer.GetMemory(sizeHint),
        GateState.Open => _early = gate.Server.Writer.GetMemory(sizeHint),
        GateState.Discarding or GateState.Withheld => _ours = gate.Withheld.GetMemory(sizeHint),
    };

    public override Span<byte> GetSpan(int sizeHint = 0) =>
        gate.State == GateState.Passing ? gate.Server.Writer.GetSpan(sizeHint) : GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        switch (gate.Decide())
        {
            case GateState.Passing when _ours.IsEmpty:
                gate.Server.Writer.Advance(bytes);
                break;
            case GateState.Passing:
                gate.Server.Writer.Write(_ours.Span[..bytes]);
                break;
            case GateState.Withheld:
                gate.Withheld.Write((_ours.IsEmpty ? _early : _ours).Span[..bytes]);
                break;
            case GateState.Open or GateState.Discarding:
                break;
        }

        Reset();
    }

    /// <summary>Forgets memory that was given out and not used.</summary>
    internal void Reset()
    {
        _ours = default;
        _early = default;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => gate.Decide() switch
    {
        GateState.Passing => gate.Server.Writer.FlushAsync(cancellationToken),
        GateState.Discarding => StartedAsync(gate.Server.StartAsync(cancellationToken)),
        GateState.Open or GateState.Withheld => default,
    };

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        switch (gate.Decide())
        {
            case GateState.Passing:
                return gate.Server.Writer.WriteAsync(source, cancellationToken);
            case GateState.Withheld:
                gate.Withheld.Write(source.Span);
                return default;
            case GateState.Discarding:
                return StartedAsync(gate.Server.StartAsync(cancellationToken));
            case GateState.Open:
                return default;
        }

        return default;
    }

    public override void CancelPendingFlush() => gate.Server.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (gate.Decide() == GateState.Passing)
        {
            gate.Server.Writer.Complete(exception);
        }
    }

    public override ValueTask CompleteAsync(Exception? exception = null) =>
        gate.Decide() == GateState.Passing ? gate.Server.Writer.CompleteAsync(exception) : default;

    private static async ValueTask<FlushResult> StartedAsync(Task start)
    {
        await start;
        return default;
    }
}
