namespace Statute.Jobs.Running;

/// <summary>Why a run is told to end before its handler has ended by itself.</summary>
internal enum RunEnd
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Somebody has canceled the job.</summary>
    Canceled,

    /// <summary>The application stops.</summary>
    Stopping,

    /// <summary>The job is somebody else's now, or may be: nothing is recorded.</summary>
    LeaseLost,
}
