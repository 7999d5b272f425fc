namespace Statute.Jobs.Tests.Stores;

/// <summary>The rows of a theory about what every store promises.</summary>
public sealed class EveryStore : TheoryData<StoreKind>
{
    public EveryStore() => AddRange(Enum.GetValues<StoreKind>());
}
