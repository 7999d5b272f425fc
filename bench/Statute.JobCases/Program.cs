using System.Diagnostics;
using Statute.JobCases;

switch (args)
{
    case ["full-disk", var folder]:
        var hog = new Hog(folder);
        await new FullDisk(folder, hog.FillAsync, hog.FreeAsync).TellAsync();
        return 0;

    case ["limited-file", var folder]:
        await new FullDisk(folder, () => Task.CompletedTask, LiftLimitAsync).TellAsync();
        return 0;

    case ["rate", var folder]:
        await StoreRate.RunAsync(folder);
        return 0;

    default:
        await Console.Error.WriteLineAsync("""
            dotnet run --project bench/Statute.JobCases -c Release --
              full-disk FOLDER       what a store does on a full disk; the folder is a small file system
              limited-file FOLDER    the same under a limit of the size of a file (ulimit -S -f)
            """);
        return 2;
}

// An administrator gives more room while the process runs.
static async Task LiftLimitAsync()
{
    using var lift = Process.Start("prlimit", ["--pid", $"{Environment.ProcessId}", "--fsize=unlimited:unlimited"]);
    await lift.WaitForExitAsync();
}
