using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

internal static partial class SqliteJobStoreLog
{
    [LoggerMessage(1, LogLevel.Information, "The store of jobs '{Path}' is open: {Waiting} wait, {Interrupted} were interrupted.")]
    internal static partial void IsOpen(this ILogger log, string path, long waiting, int interrupted);

    [LoggerMessage(
        2, LogLevel.Error, "There is no room for the store of jobs '{Path}': until there is, new jobs are refused, and waiting ones wait.")]
    internal static partial void RanOutOfRoom(this ILogger log, string path);

    [LoggerMessage(
        3, LogLevel.Information, "There is room again for the store of jobs '{Path}': new jobs are accepted, and waiting ones begun.")]
    internal static partial void HasRoomAgain(this ILogger log, string path);

    [LoggerMessage(4, LogLevel.Critical, "The store of jobs '{Path}' takes no more changes until it is opened again.")]
    internal static partial void IsStopped(this ILogger log, string path, Exception why);

    [LoggerMessage(6, LogLevel.Error, "A job in the store '{Path}' is damaged, and is not run.")]
    internal static partial void HasDamagedJob(this ILogger log, string path, Exception damage);

    [LoggerMessage(5, LogLevel.Warning, "The last transaction in '{Path}-wal' is not whole, and does not count. So a power cut leaves it.")]
    internal static partial void HasTornEnd(this ILogger log, string path);
}
