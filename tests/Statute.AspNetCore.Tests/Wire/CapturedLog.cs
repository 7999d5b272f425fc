using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>Keeps every log record of one application.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    internal ConcurrentQueue<LogRecord> Records { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Records.Enqueue(new LogRecord(category, logLevel, formatter(state, exception), exception));
    }
}
