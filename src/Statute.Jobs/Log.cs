using Microsoft.Extensions.Logging;

namespace Statute.Jobs;

/// <summary>What is written to the log of jobs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Job {Job} ended as {State} with {Status} at attempt {Attempt}.", EventName = "Ended")]
    internal static partial void Ended(this ILogger logger, JobId job, JobState state, int? status, int attempt);

    [LoggerMessage(2, LogLevel.Information, "Job {Job} was handed back; it will begin again.", EventName = "HandedBack")]
    internal static partial void HandedBack(this ILogger logger, JobId job);

    [LoggerMessage(
        3, LogLevel.Warning, "Job {Job} was not renewed in time; what came of this attempt is not recorded.", EventName = "LeaseLost")]
    internal static partial void LeaseLost(this ILogger logger, JobId job);

    [LoggerMessage(4, LogLevel.Error, "Job {Job} was interrupted {Attempts} times, and is not begun again.", EventName = "Parked")]
    internal static partial void Parked(this ILogger logger, JobId job, int attempts);

    [LoggerMessage(5, LogLevel.Error, "The stored request of job {Job} cannot be read.", EventName = "RequestDamaged")]
    internal static partial void RequestDamaged(this ILogger logger, JobId job);

    [LoggerMessage(6, LogLevel.Error, "The stored answer of job {Job} cannot be read.", EventName = "AnswerUnreadable")]
    internal static partial void AnswerUnreadable(this ILogger logger, Exception exception, JobId job);

    [LoggerMessage(7, LogLevel.Error, "The store of jobs failed; it is asked again.", EventName = "StoreFailed")]
    internal static partial void StoreFailed(this ILogger logger, Exception exception);

    [LoggerMessage(
        8, LogLevel.Error, "Running job {Job} failed; it is looked at again when its lease has run out.", EventName = "RunFailed")]
    internal static partial void RunFailed(this ILogger logger, Exception exception, JobId job);

    [LoggerMessage(9, LogLevel.Error, "A callback at the end of a job's request failed.", EventName = "CompletionFailed")]
    internal static partial void CompletionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(
        10, LogLevel.Warning, "StopTimeout is {StopTimeout}, and the host's ShutdownTimeout {ShutdownTimeout}: jobs that are told to end "
            + "then have no time left to do so. Let ShutdownTimeout be longer.", EventName = "StopTimeoutTooLong")]
    internal static partial void StopTimeoutTooLong(this ILogger logger, TimeSpan stopTimeout, TimeSpan shutdownTimeout);
}
