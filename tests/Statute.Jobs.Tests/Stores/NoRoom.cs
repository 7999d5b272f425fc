using System.Diagnostics;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A store in a process of its own, which tells what is not as promised, and ends then with another code than 0.</summary>
public sealed class NoRoom
{
    private const string NoSmallDisk = "This system lets nobody make a small file system: there is no 'unshare -rm'.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnTheDiskRefusesNewJobsUntilThereIsSomeAndNothingElse()
    {
        Assert.SkipUnless(await SucceedsAsync("unshare", "-rm", "true"), NoSmallDisk);
        using var folder = new TemporaryFolder();
        await SucceedsOrFailsAsync("unshare", "-rm", "sh", "-c",
            "mount -t tmpfs -o size=4m none \"$1\" && exec dotnet \"$0\" full-disk \"$1\"", JobCases, folder.Path);
    }

    // A file that may not grow is told by another error than a full disk. The runtime itself needs larger files than the store may have.
    [Fact]
    public async Task InTheFileDoesTheSame()
    {
        using var folder = new TemporaryFolder();
        await SucceedsOrFailsAsync("bash", "-c",
            "trap '' XFSZ; ulimit -S -f 4000; export DOTNET_EnableWriteXorExecute=0; exec dotnet \"$0\" limited-file \"$1\"", JobCases,
            folder.Path);
    }

    private static string JobCases => Path.Combine(AppContext.BaseDirectory, "Statute.JobCases.dll");

    private static async Task<bool> SucceedsAsync(string command, params string[] arguments) =>
        (await RunAsync(command, arguments)).Code == 0;

    private static async Task SucceedsOrFailsAsync(string command, params string[] arguments)
    {
        var (code, said) = await RunAsync(command, arguments);
        Assert.True(code == 0, said);
        Assert.Contains("accepted again", said);
    }

    private static async Task<(int Code, string Said)> RunAsync(string command, string[] arguments)
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
