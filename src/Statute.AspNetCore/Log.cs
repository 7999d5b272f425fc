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

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "Nobody looks at the validation attributes of {Types}. Call builder.Services.AddValidation() in the project that has them.",
        EventName = "ConstraintsNotRead")]
    internal static partial void ConstraintsNotRead(this ILogger logger, string types);

    [LoggerMessage(6, LogLevel.Debug, "Answered {Method} {Path} with row {Row} instead of {Status}.", EventName = "Folded")]
    internal static partial void Folded(this ILogger logger, string method, string path, int status, int row);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "Observed {Method} {Path}: {Status} is outside the table; row {Row} would take it.",
        EventName = "Observed")]
    internal static partial void Observed(this ILogger logger, string method, string path, int status, int row);
}
