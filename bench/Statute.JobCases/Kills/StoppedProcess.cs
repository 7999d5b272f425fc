using System.Net;
using System.Text.Json;
using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>
/// A process that stands still for longer than its leases, and goes on. Of one job the handler is still running, and ends when the job has
/// been begun again: the worker does not ask the store. Of another the outcome is on its way to the store already, and reaches it while the
/// second attempt is running: only the store can refuse it.
/// </summary>
internal static class StoppedProcess
{
    internal static async Task RunAsync(string folder)
    {
        using var app = await AppProcess.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = app.Address };
        var gate = await AcceptAsync(client, "/gate");
        var late = await AcceptAsync(client, "/late");
        await Until.TrueAsync(() => Begun(folder, gate) == 1, "the first attempt begins");
        await Until.TrueAsync(() => File.Exists(LateOutcomes.SentOf(folder)), "the first outcome is on its way");

        await app.StandStillAsync();
        await Task.Delay(TallyApp.Lease * 1.5);
        await app.GoOnAsync();
        await Until.TrueAsync(() => Begun(folder, gate) == 2 && Begun(folder, late) == 2, "both are begun again");
        await Until.TrueAsync(() => StoreSnapshot.Read(folder).Jobs[gate].IsEnded, "the second attempt ends");

        await PutAsync(LateOutcomes.GateOf(folder));
        await Until.TrueAsync(() => File.Exists(LateOutcomes.AnsweredOf(folder)), "the store answers the outcome that is late");
        Demand.That(StoreSnapshot.Read(folder).Jobs[late].State == JobState.Running, "it has ended nothing: the second attempt is running");

        await PutAsync(TallyApp.SecondGateOf(folder));
        await Until.TrueAsync(() => StoreSnapshot.Read(folder).Jobs[late].IsEnded, "the second attempt ends");
        await PutAsync(TallyApp.GateOf(folder));
        foreach (var job in (string[])[gate, late])
        {
            var monitor = JsonElement.Parse(await client.GetStringAsync($"/jobs/{job}"));
            Demand.That(monitor.GetProperty("status").GetString() == "Succeeded", "the job has succeeded");
            Demand.That(monitor.GetProperty("attempts").GetInt32() == 2, "it was begun twice");
            Demand.That(await client.GetStringAsync($"/jobs/{job}/result") == "2", "its outcome is the second attempt's");
        }

        // It waits for the first handler, which ends now.
        await app.StopAsync();
        Demand.That(StoreSnapshot.Read(folder).Jobs.Values.All(job => job is { Status: 200, Attempts: 2 }), "and stays so");
    }

    private static async Task<string> AcceptAsync(HttpClient client, string path)
    {
        using var accepted = await client.PostAsync(path, null);
        Demand.That(accepted.StatusCode == HttpStatusCode.Accepted, "the request is accepted");
        return JsonElement.Parse(await accepted.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
    }

    private static int Begun(string folder, string job) => StoreSnapshot.Read(folder).Begun.GetValueOrDefault(job, []).Count;

    private static Task PutAsync(string path) => File.WriteAllTextAsync(path, "");
}
