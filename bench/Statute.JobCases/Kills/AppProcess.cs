using System.Diagnostics;

namespace Statute.JobCases.Kills;

/// <summary>The application in a process of its own.</summary>
internal sealed class AppProcess : IDisposable
{
    /// <summary>128 and the number of SIGKILL.</summary>
    private const int ExitOfKilled = 137;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private AppProcess(Process process, DateTimeOffset started)
    {
        _process = process;
        Started = started;
    }

    /// <summary>When the process was started, before it did anything.</summary>
    internal DateTimeOffset Started { get; }

    internal Uri Address { get; private set; } = null!;

    internal bool HasExited => _process.HasExited;

    internal static async Task<AppProcess> StartAsync(string folder)
    {
        var started = DateTimeOffset.UtcNow;
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(AppProcess).Assembly.Location, "app", folder])
        {
            RedirectStandardOutput = true,
        })!;
        var app = new AppProcess(process, started);
        try
        {
            await app.ListenAsync();
            return app;
        }
        catch
        {
            app.Dispose();
            throw;
        }
    }

    /// <summary>As kill -9 does.</summary>
    /// <exception cref="InvalidOperationException">It has ended by itself before.</exception>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        Demand.That(_process.ExitCode == ExitOfKilled, $"the application runs until it is killed; it has ended with {_process.ExitCode}");
    }

    /// <summary>As kill -STOP does: not an instruction more, while the clocks go on.</summary>
    internal Task StandStillAsync() => SignalAsync("-STOP");

    internal Task GoOnAsync() => SignalAsync("-CONT");

    /// <summary>Asks it to stop, and waits until it has.</summary>
    internal async Task StopAsync()
    {
        await SignalAsync("-TERM");
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Uri.TryCreate(line, UriKind.Absolute, out var address))
            {
                Address = address;
                _ = TellAsync(_process);
                return;
            }

            await Console.Error.WriteLineAsync(line);
        }

        throw new InvalidOperationException("The application has ended before it has begun to listen.");
    }

    // A process whose output nobody reads would stand still one day.
    private static async Task TellAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill {signal} {_process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
