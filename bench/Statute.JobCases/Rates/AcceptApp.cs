using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Statute.JobCases.Rates;

/// <summary>An application whose endpoint is asynchronous, answered at once, or answered after an insert. Its first job never ends.</summary>
internal static class AcceptApp
{
    internal const string Asynchronous = "/notes";
    internal const string AtOnce = "/notes/at-once";
    internal const string Inserted = "/notes/inserted";

    internal static async Task<WebApplication> StartAsync(string folder, PlainInsert insert)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStatute();
        builder.Services.AddStatuteJobs(jobs =>
        {
            jobs.MaxRunning = 1;
            jobs.StopTimeout = TimeSpan.Zero;
        });
        var app = builder.Build();
        app.UseStatute();
        app.MapJobs();
        app.MapPost(Asynchronous, (Note note, CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel)).Asynchronous();
        app.MapPost(AtOnce, (Note note) => note);
        app.MapPost(Inserted, async (Note note) =>
        {
            await insert.RunAsync();
            return note;
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>The content of a request: about 1 KiB.</summary>
    internal sealed record Note(string Title, string Text);
}
