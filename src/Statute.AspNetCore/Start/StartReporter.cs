using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Start;

/// <summary>Logs the start report once the application has started: earlier not all endpoints are known.</summary>
internal sealed class StartReporter(StartReport report, ILogger<StartReporter> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            var (text, isWarning) = report.Compose();
            logger.Started(isWarning ? LogLevel.Warning : LogLevel.Information, text);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
