namespace Statute.Jobs;

/// <summary>
/// A feature of the <c>HttpContext</c> while a job runs; a request that has just come has none. A handler that wants to know nothing of
/// this package finds the job's id in the field Idempotency-Key.
/// </summary>
public interface IJobFeature
{
    /// <summary>The job's id. The same at every attempt.</summary>
    string Id { get; }

    /// <summary>Which attempt this is; the first is 1.</summary>
    int Attempt { get; }
}
