namespace Statute.Schemas;

/// <summary>How much an example shows.</summary>
public enum ExampleSize
{
    /// <summary>Only what must be there.</summary>
    Minimal,

    /// <summary>What may be there too: every member that a schema names, and an item of every array.</summary>
    Full,
}
