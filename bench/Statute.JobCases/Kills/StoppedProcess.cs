using System.Net;
using System.Text.Json;

namespace Statute.JobCases.Kills;

/// <summary>
/// A process that stands still for longer than its leases, and goes on: the handler that was running ends when its job has been begun
/// again, and what it says comes too late.
/// </summary>
internal static class StoppedProcess
{
    internal static async Task RunAsync(string folder)
    {
        using var app = await AppProcess.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var accepted = await client.PostAsync("/gate", null);
        Demand.That(accepted.StatusCode == HttpStatusCode.Accepted, "the request is accepted");
        var monitor = accepted.Headers.Location!;
        await Until.TrueAsync(() => StoreSnapshot.Read(folder).Begun.Values.Any(begun => begun.Count == 1));

        await app.StandStillAsync();
        await Task.Delay(TallyApp.Lease * 1.5);
        await app.GoOnAsync();
        await Until.TrueAsync(() => StoreSnapshot.Read(folder).Begun.Values.Any(begun => begun.Count == 2));
        await Until.TrueAsync(() => StoreSnapshot.Read(folder).Jobs.Values.Any(job => job.IsEnded));

        await File.WriteAllTextAsync(TallyApp.GateOf(folder), "");
        using var shown = await client.GetAsync(monitor);
        var job = JsonElement.Parse(await shown.Content.ReadAsStringAsync());
        Demand.That(job.GetProperty("status").GetString() == "Succeeded", "the job has succeeded");
        Demand.That(job.GetProperty("attempts").GetInt32() == 2, "it was begun twice");
        Demand.That(await client.GetStringAsync($"{monitor}/result") == "2", "its outcome is the second attempt's");

        // It waits for the first handler, which ends now.
        await app.StopAsync();
        Demand.That(StoreSnapshot.Read(folder).Jobs.Values.Single() is { Status: 200, Attempts: 2 }, "and stays so");
    }
}
