using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Statute.Jobs;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.JobCases.Kills;

/// <summary>An application with short jobs, which is to be killed. It says its address, and then serves until it is stopped.</summary>
internal static class TallyApp
{
    /// <summary>For how long a job belongs to the process that runs it; short, for the sake of those who wait for its end.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private const int LongestWork = 80;

    internal static async Task RunAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            // Each outcome that is unknown is an error of the application.
            .AddFilter("Statute.AspNetCore.Answers.RefusalWriter", LogLevel.None);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddStatute();
        var store = new LateOutcomes(
            new SqliteJobStore(Path.Combine(folder, "jobs.db"), options: new() { Reserve = 1024 * 1024 }), folder);
        builder.Services.AddSingleton(store).AddSingleton<IJobStore>(store);
        builder.Services.AddStatuteJobs(jobs => jobs.Lease = Lease);
        builder.Services.AddSingleton(new Tally(folder));

        await using var app = builder.Build();
        app.UseStatute();
        app.MapJobs();
        app.MapPost("/items/{item}/count", CountAsync).Asynchronous();
        app.MapPost("/gate", PassGateAsync).Asynchronous(job => job.Repeatable = true);
        app.MapPost("/late", SendLateAsync).Asynchronous(job => job.Repeatable = true);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    /// <summary>Where a handler that was begun first waits, until there is a file of this name.</summary>
    internal static string GateOf(string folder) => Path.Combine(folder, "gate");

    /// <summary>The same for a handler that was begun again.</summary>
    internal static string SecondGateOf(string folder) => Path.Combine(folder, "second-gate");

    private static async Task<string> CountAsync(string item, HttpContext context, Tally tally, CancellationToken cancel)
    {
        var job = context.Features.Get<IJobFeature>()!;
        tally.Begin(job.Id, job.Attempt);
        await Task.Delay(Random.Shared.Next(LongestWork), cancel);
        tally.Count(job.Id, item);
        return job.Id;
    }

    // It hears of no cancellation, as many do.
    private static async Task<int> PassGateAsync(HttpContext context, Tally tally, IWebHostEnvironment place)
    {
        var job = context.Features.Get<IJobFeature>()!;
        tally.Begin(job.Id, job.Attempt);
        while (job.Attempt == 1 && !File.Exists(GateOf(place.ContentRootPath)))
        {
            await Task.Delay(10, CancellationToken.None);
        }

        tally.Count(job.Id, $"gate {job.Attempt}");
        return job.Attempt;
    }

    private static async Task<int> SendLateAsync(
        HttpContext context, Tally tally, LateOutcomes outcomes, IWebHostEnvironment place, CancellationToken cancel)
    {
        var job = context.Features.Get<IJobFeature>()!;
        outcomes.Delay(job.Id);
        tally.Begin(job.Id, job.Attempt);
        while (job.Attempt == 2 && !File.Exists(SecondGateOf(place.ContentRootPath)))
        {
            await Task.Delay(10, cancel);
        }

        return job.Attempt;
    }
}
