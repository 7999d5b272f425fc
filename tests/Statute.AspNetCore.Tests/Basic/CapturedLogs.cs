using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Tests.Basic;

/// <summary>Everything that any category logs at any level: message, state and scopes.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

    public IEnumerable<string> All => _entries.Select(entry => entry.Text);

    public string[] At(LogLevel level) => [.. _entries.Where(entry => entry.Level == level).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _entries.Enqueue((LogLevel.None, Spell(state)));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, $"{formatter(state, exception)} {exception} {Spell(state)}"));

    public void Dispose()
    {
    }

    private static string Spell(object? state) =>
        state is IEnumerable items and not string ? string.Join(' ', items.Cast<object?>()) : state?.ToString() ?? "";
}
