using System.Diagnostics;
using System.Globalization;
using Statute.JobCases;
using Statute.JobCases.Kills;
using Statute.JobCases.Rates;

try
{
    return await RunAsync(args);
}
catch (Exception fault)
{
    // What is not as promised is told, and is no crash.
    await Console.Error.WriteLineAsync($"{fault}");
    return 1;
}

static async Task<int> RunAsync(string[] args)
{
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
            return await InFolderAsync(async folder =>
            {
                await StoppedProcess.RunAsync(folder);
                return true;
            });

        case ["rates", var rounds]:
            return await InFolderAsync(async folder =>
            {
                await AcceptRates.RunAsync(folder, int.Parse(rounds, CultureInfo.InvariantCulture));
                return true;
            });

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
}

static Task<int> KillAsync(string rounds, string seed)
{
    var (count, chance) = (int.Parse(rounds, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
    return InFolderAsync(folder => new KillRounds(folder, count, chance).RunAsync());
}

static async Task<int> InFolderAsync(Func<string, Task<bool>> isAsPromisedAsync)
{
    var folder = Directory.CreateTempSubdirectory("jobs-").FullName;
    if (!await isAsPromisedAsync(folder))
    {
        Console.WriteLine($"What was left is in {folder}");
        return 1;
    }

    Directory.Delete(folder, recursive: true);
    return 0;
}

// An administrator gives more room while the process runs.
static async Task LiftLimitAsync()
{
    using var lift = Process.Start("prlimit", ["--pid", $"{Environment.ProcessId}", "--fsize=unlimited:unlimited"]);
    await lift.WaitForExitAsync();
}
