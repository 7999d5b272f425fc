using System.Diagnostics;

namespace Statute.Acceptance.Readme;

/// <summary>Runs the commands of a document, in its order, against one stockroom, and tells where it prints something else.</summary>
internal static class ReadmeRun
{
    private const string PrintedAddress = "127.0.0.1:5080";

    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(60);

    /// <summary>One text for each command whose answer is another one than the document prints.</summary>
    public static async Task<IReadOnlyList<string>> FailuresAsync(string markdown, Uri stockroom)
    {
        using var folder = new TemporaryFolder();
        var failures = new List<string>();
        foreach (var exchange in Exchange.ReadAll(markdown))
        {
            // The answer may name its own address, in a Location for instance.
            var came = HttpText.Parse((await RunAsync(exchange.Command.Replace(PrintedAddress, stockroom.Authority), folder.Path))
                .Replace(stockroom.Authority, PrintedAddress).ReplaceLineEndings("\n").Split('\n'));
            var differences = Comparison.Differences(exchange.Printed, came);
            if (differences.Count > 0)
            {
                failures.Add($"{exchange.Row}, line {exchange.Line}: {exchange.Command}\n  {string.Join("\n  ", differences)}");
            }
        }
        return failures;
    }

    private static async Task<string> RunAsync(string command, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(CommandLimit);
        try
        {
            var faults = process.StandardError.ReadToEndAsync(limit.Token);
            var answer = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return answer.Length > 0 ? answer : $"(no answer; exit code {process.ExitCode}) {await faults}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"(no answer within {CommandLimit.TotalSeconds:0} s)";
        }
    }
}
