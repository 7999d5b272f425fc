using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Statute.Adoption;

/// <summary>What Statute says in the store's log.</summary>
internal sealed class StoreLog : ILoggerProvider
{
    /// <summary>The texts in their order.</summary>
    internal ConcurrentQueue<string> Said { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith("Statute", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(StoreLog log, bool isStatutes) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isStatutes && logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (isStatutes)
            {
                log.Said.Enqueue(formatter(state, exception));
            }
        }
    }
}
