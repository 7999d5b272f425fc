namespace Statute.Schemas;

/// <summary>A schema that cannot be used. The message lists every fault.</summary>
public sealed class SchemaLoadException : Exception
{
    internal SchemaLoadException(IReadOnlyList<SchemaFault> faults)
        : base($"The schema has {faults.Count} fault(s):\n{string.Join('\n', faults)}") =>
        Faults = faults;

    /// <summary>The faults, in the order in which they were found.</summary>
    public IReadOnlyList<SchemaFault> Faults { get; }
}
