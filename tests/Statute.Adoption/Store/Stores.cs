namespace Statute.Adoption.Store;

/// <summary>The store as it was written.</summary>
public sealed class StoreAsWritten() : RunningStore(adopt: null);

/// <summary>The store while it is only observed.</summary>
public sealed class StoreObserved() : RunningStore("observe");

/// <summary>The store once it is held, with its rows.</summary>
public sealed class StoreHeld() : RunningStore("hold");

[CollectionDefinition(Name)]
public sealed class AsWritten : ICollectionFixture<StoreAsWritten>
{
    internal const string Name = "the store as written";
}

[CollectionDefinition(Name)]
public sealed class Observed : ICollectionFixture<StoreObserved>
{
    internal const string Name = "the store observed";
}

[CollectionDefinition(Name)]
public sealed class Held : ICollectionFixture<StoreHeld>
{
    internal const string Name = "the store held";
}

[Collection(AsWritten.Name)]
public sealed class ProductsAsWritten(StoreAsWritten store) : ProductTests(store);

[Collection(Observed.Name)]
public sealed class ProductsObserved(StoreObserved store) : ProductTests(store);

[Collection(Held.Name)]
public sealed class ProductsHeld(StoreHeld store) : ProductTests(store);

[Collection(AsWritten.Name)]
public sealed class SalesAsWritten(StoreAsWritten store) : SalesTests(store);

[Collection(Observed.Name)]
public sealed class SalesObserved(StoreObserved store) : SalesTests(store);

[Collection(Held.Name)]
public sealed class SalesHeld(StoreHeld store) : SalesTests(store);

[Collection(AsWritten.Name)]
public sealed class PlatformAsWritten(StoreAsWritten store) : PlatformTests(store);

[Collection(Observed.Name)]
public sealed class PlatformObserved(StoreObserved store) : PlatformTests(store);

[Collection(Held.Name)]
public sealed class PlatformHeld(StoreHeld store) : PlatformTests(store);
