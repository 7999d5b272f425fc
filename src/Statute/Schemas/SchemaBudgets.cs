namespace Statute.Schemas;

/// <summary>How much one judgement may cost. What goes over is refused, never passed.</summary>
public sealed record SchemaBudgets
{
    /// <summary>How many arrays and objects may stand within each other; 64.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>How many members one object may have; 100,000.</summary>
    public int Members { get; init; } = 100_000;

    /// <summary>How many items one array may have; 1,000,000.</summary>
    public int Items { get; init; } = 1_000_000;

    /// <summary>How many bytes one string may have between its quotes; 16 MiB.</summary>
    public int StringBytes { get; init; } = 16 << 20;

    /// <summary>
    /// How many steps a judgement may take besides <see cref="StepsPerByte"/>; 1,000,000. A step is a value met by a schema, 64 bytes
    /// of a string or a character given to a pattern.
    /// </summary>
    public int Steps { get; init; } = 1_000_000;

    /// <summary>How many steps each byte of content adds; 4.</summary>
    public int StepsPerByte { get; init; } = 4;

    /// <summary>How many violations an explanation lists; 100.</summary>
    public int Violations { get; init; } = 100;
}
