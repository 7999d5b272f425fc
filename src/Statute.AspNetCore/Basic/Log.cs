using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Basic;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The password file '{Path}' has changed and was read again: {Count} users.")]
    public static partial void PasswordFileReloaded(ILogger logger, string path, int count);

    [LoggerMessage(2, LogLevel.Error,
        "The password file '{Path}' has changed and cannot be used; the users before the change stay. {Fault}")]
    public static partial void PasswordFileRefused(ILogger logger, string path, string fault);

    [LoggerMessage(3, LogLevel.Warning,
        "Basic authentication sends passwords readable, and {Address} is not loopback and has no TLS. "
        + "Listen on https there, or on loopback behind a proxy that ends TLS.")]
    public static partial void PasswordsWithoutTls(ILogger logger, string address);
}
