namespace Statute.AspNetCore;

/// <summary>Ends a handler with a refusal; it is answered as if it had been returned, and is no failure.</summary>
public sealed class RefusalException : Exception
{
    /// <summary>Makes an exception of a refusal.</summary>
    public RefusalException(Refusal refusal) : base($"The handler refuses with {refusal?.Code}: {refusal?.Detail}")
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>What is answered.</summary>
    public Refusal Refusal { get; }
}
