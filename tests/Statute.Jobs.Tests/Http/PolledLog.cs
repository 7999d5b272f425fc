using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Tests.Http;

/// <summary>Tells a test that somebody asks.</summary>
internal static partial class PolledLog
{
    [LoggerMessage(1, LogLevel.Information, "A job is polled.")]
    internal static partial void LogPolled(this ILogger logger);
}
