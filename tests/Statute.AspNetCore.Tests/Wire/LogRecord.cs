using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>One log record.</summary>
internal sealed record LogRecord(string Category, LogLevel Level, string Text, Exception? Exception);
