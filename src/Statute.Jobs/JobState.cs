namespace Statute.Jobs;

/// <summary>Where a job stands. The last three are for good. Clients of long-running operations know them so spelt.</summary>
public enum JobState
{
    /// <summary>Accepted, and waiting for its turn.</summary>
    NotStarted,

    /// <summary>Its handler is running, or was when the process died.</summary>
    Running,

    /// <summary>The handler's answer is the row 200, or another row below 300 that the table was given, but not 202.</summary>
    Succeeded,

    /// <summary>The handler's answer is any other row, or nobody knows what it would have been.</summary>
    Failed,

    /// <summary>Canceled before it had an answer.</summary>
    Canceled,
}
