namespace Statute.Jobs.Tests.Stores;

/// <summary>The stores that keep the same promises.</summary>
public enum StoreKind
{
    Sqlite,
}
