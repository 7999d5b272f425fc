namespace Statute.Jobs.Running;

/// <summary>The content of a run's answer, kept up to a limit.</summary>
internal sealed class RunContent(long limit) : MemoryStream
{
    /// <summary>Whether there was more than is kept.</summary>
    internal bool IsOverLimit { get; private set; }

    internal ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Length + buffer.Length > limit)
        {
            IsOverLimit = true;
            throw new InvalidOperationException($"The answer has more bytes than the {limit} that are stored. Raise MaxStoredAnswer, or say less.");
        }

        base.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void WriteByte(byte value) => Write([value]);
}
