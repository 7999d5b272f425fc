using System.Diagnostics;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A case in a process of its own: it tells what is not as promised, and ends then with another code than 0.</summary>
internal static class JobCase
{
    internal static string Program => Path.Combine(AppContext.BaseDirectory, "Statute.JobCases.dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <returns>What it has said.</returns>
    internal static async Task<string> SucceedsAsync(string command, params string[] arguments)
    {
        var (code, said) = await RunAsync(command, arguments);
        Assert.True(code == 0, said);
        return said;
    }

    internal static async Task<(int Code, string Said)> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, output + await error);
    }
}
