using System.Diagnostics;
using System.Globalization;

namespace Statute.Tests.Schemas;

/// <summary>Content of a megabyte that is made to cost much, and schemas that help it, judged in a process that may take 256 MiB.</summary>
public sealed class HostileContent
{
    private const int Cases = 31;

    // Measured at 16 at most; a test on a busy machine must not fail for its neighbours.
    private const double MostTimesOrdinary = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task CostsAtMostAHundredTimesAsMuchAsOrdinaryContent()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Statute.SchemaCases.dll"), "hostile"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = "10000000" },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        var lines = (await process.StandardOutput.ReadToEndAsync(limit.Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(limit.Token);

        Assert.True(process.ExitCode == 0, $"{lines.LastOrDefault()}\n{await error}");
        Assert.Equal(Cases, lines.Length);
        Assert.All(lines.Select(line => line.Split(' ')), words => Assert.All(words[2..4], times =>
            Assert.True(double.Parse(times, CultureInfo.InvariantCulture) <= MostTimesOrdinary, string.Join(' ', words))));
    }
}
