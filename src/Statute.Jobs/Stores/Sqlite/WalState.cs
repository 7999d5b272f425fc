namespace Statute.Jobs.Stores.Sqlite;

/// <summary>What a log of changes can be found as.</summary>
internal enum WalState
{
    /// <summary>Everything that was written can be read.</summary>
    Whole,

    /// <summary>The last transaction cannot; if it was torn, nobody was told of it.</summary>
    TornAtTheEnd,

    /// <summary>A transaction cannot be read behind which there is another one, so that it was synced.</summary>
    Damaged,
}
