namespace Statute;

/// <summary>A table that cannot be used. The message lists every fault.</summary>
public sealed class StatusTableException : Exception
{
    internal StatusTableException(IReadOnlyList<string> faults)
        : base($"The status table has {faults.Count} fault(s):\n{string.Join('\n', faults)}") =>
        Faults = faults;

    /// <summary>The faults, each a sentence that names the row, the value, the limit and the cure.</summary>
    public IReadOnlyList<string> Faults { get; }
}
