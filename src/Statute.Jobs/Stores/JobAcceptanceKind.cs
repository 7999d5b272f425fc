namespace Statute.Jobs.Stores;

/// <summary>The ways in which a store answers to a new job.</summary>
public enum JobAcceptanceKind
{
    /// <summary>It is stored, durably.</summary>
    Accepted,

    /// <summary>The same request with the same key was accepted before, durably; nothing new is stored.</summary>
    AcceptedBefore,

    /// <summary>The key belongs to another request; nothing is stored.</summary>
    KeyOfAnother,

    /// <summary>A job that has not ended works on the same target; nothing is stored.</summary>
    TargetInUse,
}
