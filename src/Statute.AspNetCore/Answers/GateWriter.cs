using System.IO.Pipelines;

namespace Statute.AspNetCore.Answers;

/// <summary>The response's PipeWriter as the application sees it.</summary>
internal sealed class GateWriter(AnswerGate gate) : PipeWriter
{
    public override bool CanGetUnflushedBytes => gate.Server.Writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => gate.State == GateState.Passing ? gate.Server.Writer.UnflushedBytes : 0;

    public override Memory<byte> GetMemory(int sizeHint = 0) =>
        gate.Decide() == GateState.Passing ? gate.Server.Writer.GetMemory(sizeHint) : gate.Withheld.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) =>
        gate.Decide() == GateState.Passing ? gate.Server.Writer.GetSpan(sizeHint) : gate.Withheld.GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        switch (gate.Decide())
        {
            case GateState.Passing:
                gate.Server.Writer.Advance(bytes);
                break;
            case GateState.Withheld:
                gate.Withheld.Advance(bytes);
                break;
            case GateState.Open or GateState.Discarding:
                break;
        }
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
