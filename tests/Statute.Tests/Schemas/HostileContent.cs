using System.Diagnostics;
using System.Globalization;

namespace Statute.Tests.Schemas;

/// <summary>Content of a megabyte that is made to cost much, and schemas that help it, judged in a process that may take 256 MiB.</summary>
public sealed class HostileContent
{
    private const int Cases = 41;

    // docs/schemas.md has what is measured; a test on a busy machine must not fail for its neighbours.
    private const double MostTimesOrdinary = 100;

    // Of the whole process: the runtime, 256 MiB of heap at most, the schemas and contents of all cases before.
    private const int MostMebibytes = 300;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

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
        Assert.All(lines, Holds);
    }

    private static void Holds(string line)
    {
        var words = line.Split(' ');
        Assert.True(words[1] == words[2] && words[3] == $"{words[2] == "Valid"}", line);
        Assert.All(words[4..6], times => Assert.True(double.Parse(times, CultureInfo.InvariantCulture) <= MostTimesOrdinary, line));
        Assert.True(int.Parse(words[6], CultureInfo.InvariantCulture) <= MostMebibytes, line);
    }
}
