namespace Statute.AspNetCore;

/// <summary>What a database refused because of what stands in it already, so that the answer is 409 and not a failure.</summary>
internal enum DatabaseConflict
{
    /// <summary>None that is known: a failure like any other.</summary>
    None,

    /// <summary>What was to be created exists already.</summary>
    UniqueKey,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Concurrent,
}
