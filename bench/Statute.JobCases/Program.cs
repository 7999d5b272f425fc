using System.Diagnostics;
using System.Globalization;
using Statute.JobCases;
using Statute.JobCases.Kills;
using Statute.JobCases.Rates;

switch (args)
{
    case ["full-disk", var folder]:
        var hog = new Hog(folder);
        await new FullDisk(folder, hog.FillAsync, hog.FreeAsync).TellAsync();
        return 0;

    case ["limited-file", var folder]:
        await new FullDisk(folder, () => Task.CompletedTask, LiftLimitAsync).TellAsync();
        return 0;

    case ["app", var folder]:
        await TallyApp.RunAsync(folder);
        return 0;

    case ["kills", var rounds]:
        return await KillAsync(rounds, $"{Random.Shared.Next()}");

    case ["kills", var rounds, var seed]:
        return await KillAsync(rounds, seed);

    case ["stopped"]:
        await InFolderAsync(StoppedProcess.RunAsync);
        return 0;

    case ["rates", var rounds]:
        await InFolderAsync(folder => AcceptRates.RunAsync(folder, int.Parse(rounds, CultureInfo.InvariantCulture)));
        return 0;

    default:
        await Console.Error.WriteLineAsync("""
            dotnet run --project bench/Statute.JobCases -c Release --
              kills ROUNDS [SEED]    kills an application under load, and compares what was told, done and recorded
              rates ROUNDS           how many requests are accepted in a second
              stopped                lets a process stand still for longer than its leases
              full-disk FOLDER       what a store does on a full disk; the folder is a small file system
              limited-file FOLDER    the same under a limit of the size of a file (ulimit -S -f)
            """);
        return 2;
}

static async Task<int> KillAsync(string rounds, string seed)
{
    var isAsPromised = false;
    var (count, chance) = (int.Parse(rounds, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
    await InFolderAsync(async folder => isAsPromised = await new KillRounds(folder, count, chance).RunAsync());
    return isAsPromised ? 0 : 1;
}

static async Task InFolderAsync(Func<string, Task> act)
{
    var folder = Directory.CreateTempSubdirectory("jobs-").FullName;
    await act(folder);
    Directory.Delete(folder, recursive: true);
}

// An administrator gives more room while the process runs.
static async Task LiftLimitAsync()
{
    using var lift = Process.Start("prlimit", ["--pid", $"{Environment.ProcessId}", "--fsize=unlimited:unlimited"]);
    await lift.WaitForExitAsync();
}
