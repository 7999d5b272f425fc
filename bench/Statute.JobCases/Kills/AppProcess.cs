using System.Diagnostics;

namespace Statute.JobCases.Kills;

/// <summary>The application in a process of its own.</summary>
internal sealed class AppProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private AppProcess(Process process, DateTimeOffset started, Uri address)
    {
        _process = process;
        Started = started;
        Listening = DateTimeOffset.UtcNow;
        Address = address;
    }

    /// <summary>When the process was started, before it did anything.</summary>
    internal DateTimeOffset Started { get; }

    /// <summary>When it said that it listens.</summary>
    internal DateTimeOffset Listening { get; }

    internal Uri Address { get; }

    internal static async Task<AppProcess> StartAsync(string folder)
    {
        var started = DateTimeOffset.UtcNow;
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(AppProcess).Assembly.Location, "app", folder])
        {
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Uri.TryCreate(line, UriKind.Absolute, out var address))
            {
                _ = TellAsync(process);
                return new(process, started, address);
            }

            await Console.Error.WriteLineAsync(line);
        }

        throw new InvalidOperationException("The application has ended before it has begun to listen.");
    }

    /// <summary>As kill -9 does.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
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
