namespace Statute.AspNetCore.Answers;

/// <summary>The response's stream as the application sees it.</summary>
internal sealed class GateStream(AnswerGate gate) : Stream
{
    public override bool CanRead => false;

    /// <summary>True while content has not left: HttpResponse.Clear then empties it by <see cref="SetLength"/>.</summary>
    public override bool CanSeek => gate.State is GateState.Unsent or GateState.Withheld;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        if (value != 0 || !CanSeek)
        {
            throw new NotSupportedException();
        }

        gate.Reopen();
    }

    public override void Flush()
    {
        switch (gate.Decide())
        {
            case GateState.Discarding when gate.HasGiven:
                break;
            case GateState.Passing or GateState.Discarding:
                // Whether anybody may flush without waiting is for the server to say, also where there is no content to be sent.
                gate.Server.Stream.Flush();
                break;
            case GateState.Open or GateState.Unsent or GateState.Withheld:
                break;
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => gate.Decide() switch
    {
        GateState.Passing => gate.Server.Stream.FlushAsync(cancellationToken),
        GateState.Discarding => gate.Server.StartAsync(cancellationToken),
        GateState.Withheld => gate.RefuseEarlyAsync(),
        GateState.Open or GateState.Unsent => Task.CompletedTask,
    };

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        switch (gate.Decide())
        {
            case GateState.Passing:
                gate.Server.Stream.Write(buffer, offset, count);
                break;
            case GateState.Withheld:
                gate.Withheld.Write(buffer.AsSpan(offset, count));
                break;
            case GateState.Discarding when !gate.HasGiven:
                gate.Server.Stream.Flush();
                break;
            case GateState.Open or GateState.Unsent or GateState.Discarding:
                break;
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return gate.Decide() == GateState.Passing
            ? gate.Server.Stream.WriteAsync(buffer, offset, count, cancellationToken)
            : WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        switch (gate.Decide())
        {
            case GateState.Passing:
                return gate.Server.Stream.WriteAsync(buffer, cancellationToken);
            case GateState.Withheld:
                gate.Withheld.Write(buffer.Span);
                return gate.Withheld.Overflowed ? new ValueTask(gate.RefuseEarlyAsync()) : default;
            case GateState.Discarding:
                return new ValueTask(gate.Server.StartAsync(cancellationToken));
            case GateState.Open or GateState.Unsent:
                return default;
        }

        return default;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
}
