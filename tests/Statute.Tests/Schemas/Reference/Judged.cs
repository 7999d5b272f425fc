namespace Statute.Tests.Schemas.Reference;

/// <summary>What a schema says of a value, and which members and items it has evaluated; a schema that fails has evaluated none.</summary>
internal sealed record Judged(bool Holds, IReadOnlySet<string> Evaluated)
{
    public static readonly Judged Failed = new(false, new HashSet<string>());
}
