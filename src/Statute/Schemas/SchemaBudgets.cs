using System.Runtime.CompilerServices;

namespace Statute.Schemas;

/// <summary>
/// How much one judgement may cost. What goes over is refused, never passed. Setting one of them below 0 throws an
/// <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed record SchemaBudgets
{
    /// <summary>How many arrays and objects may stand within each other; 64.</summary>
    public int Depth { get; init => field = NotBelowZero(value, 64); } = 64;

    /// <summary>How many members one object may have; 100,000.</summary>
    public int Members { get; init => field = NotBelowZero(value, 100_000); } = 100_000;

    /// <summary>How many items one array may have; 1,000,000.</summary>
    public int Items { get; init => field = NotBelowZero(value, 1_000_000); } = 1_000_000;

    /// <summary>How many bytes one string may have between its quotes; 16 MiB.</summary>
    public int StringBytes { get; init => field = NotBelowZero(value, 16 << 20); } = 16 << 20;

    /// <summary>
    /// How many steps a judgement may take besides <see cref="StepsPerByte"/>; 1,000,000. A step is a value met by a schema, 64 bytes
    /// of a string or a space, a character given to a pattern, or as much of other work.
    /// </summary>
    public int Steps { get; init => field = NotBelowZero(value, 1_000_000); } = 1_000_000;

    /// <summary>How many steps each byte of content adds; 4.</summary>
    public int StepsPerByte { get; init => field = NotBelowZero(value, 4); } = 4;

    /// <summary>How many violations an explanation lists; 100.</summary>
    public int Violations { get; init => field = NotBelowZero(value, 100); } = 100;

    private static int NotBelowZero(int value, int usual, [CallerMemberName] string name = "") => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"'{name}' is {value}; it must be 0 or more. Leave it out for the default of {usual}.");
}
