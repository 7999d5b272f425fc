using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore;

/// <summary>What Statute writes to the log.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1, LogLevel.Information, "Refused {Method} {Path} with {Status} ({Type}): {Detail} Incident {Incident}.", EventName = "Refused")]
    internal static partial void Refused(
        this ILogger logger, string method, string path, int status, string? type, string? detail, string incident);

    [LoggerMessage(3, LogLevel.Error, "Failed {Method} {Path}. Incident {Incident}.", EventName = "Failed")]
    internal static partial void Failed(this ILogger logger, Exception? exception, string method, string path, string incident);

    [LoggerMessage(
        4, LogLevel.Error, "CustomizeProblemDetails failed; the problem is answered without it.", EventName = "CustomizationFailed")]
    internal static partial void CustomizationFailed(this ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "A refusal could not be written; the connection was cut.", EventName = "RefusalFailed")]
    internal static partial void RefusalFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5, Message = "{Report}", EventName = "Started")]
    internal static partial void Started(this ILogger logger, LogLevel level, string report);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "The pages of the problem types are hidden: {Path} leads to the endpoint {Endpoint}. Name another path in Statute:ProblemPath.",
        EventName = "PagesHidden")]
    internal static partial void PagesHidden(this ILogger logger, string path, string? endpoint);

    [LoggerMessage(EventId = 6, Message = "Answered {Method} {Path} with row {Row} instead of {Status}.", EventName = "Folded")]
    internal static partial void Folded(this ILogger logger, LogLevel level, string method, string path, int status, int row);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "Observed {Method} {Path}: {Status} is outside the table; row {Row} would take it.",
        EventName = "Observed")]
    internal static partial void Observed(this ILogger logger, string method, string path, int status, int row);

    [LoggerMessage(
        8, LogLevel.Information, "Refused {Method} {Path} with {Status}, in the application's own words.", EventName = "RefusedInOwnWords")]
    internal static partial void Kept(this ILogger logger, string method, string path, int status);

    [LoggerMessage(9, LogLevel.Debug, "Redirected {Method} {Path} with {Status}, which is outside the table.", EventName = "Redirected")]
    internal static partial void Redirected(this ILogger logger, string method, string path, int status);
}
