namespace Statute.Jobs.Stores;

/// <summary>What a worker learns when it renews its claim.</summary>
public enum JobLease
{
    /// <summary>The claim holds.</summary>
    Held,

    /// <summary>The claim holds, and somebody has asked for the job to be canceled.</summary>
    CancelRequested,

    /// <summary>Somebody else has claimed the job since, or it has ended: an outcome would be refused.</summary>
    Lost,
}
