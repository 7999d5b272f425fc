using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Tests.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>
/// An application that runs one job at a time, and has one that waits at a door: what happens between a 202 and its job is up to the test.
/// </summary>
internal sealed class BusyApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Door _door = new();
    private JobsApp? _app;

    /// <summary>The password file, where the application uses one.</summary>
    internal string Users => _folder.File("users");

    internal async Task StartAsync(
        Action<WebApplication> map, Action<WebApplicationBuilder>? services = null, bool withTestScheme = true) =>
        _app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
                map(app);
                app.MapJobs();
            },
            services,
            jobs => jobs.MaxRunning = 1,
            withTestScheme);

    /// <summary>The same, where users are known from the password file.</summary>
    internal Task StartWithUsersAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? services = null) => StartAsync(
        map,
        builder =>
        {
            builder.Services.Configure<StatuteOptions>(options => options.PasswordFile = Users);
            services?.Invoke(builder);
        },
        withTestScheme: false);

    /// <summary>Has a job of <c>POST /secret</c> accepted, which does not run before <see cref="EndsAsync"/>.</summary>
    internal async Task<JobAnswer> AcceptAsync(string authorization)
    {
        await _app!.SendAsync(HttpMethod.Post, "/slow", null, null, ("Authorization", authorization));
        await _door.Reached;
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, null, ("Authorization", authorization));
        Assert.Equal(202, accepted.Status);
        return accepted;
    }

    /// <summary>Lets the job run. Whoever is gone cannot look any more; the log tells.</summary>
    internal async Task EndsAsync(JobAnswer accepted, string state, int status)
    {
        _door.Open();
        var log = _app!.App.Log.Records;
        await Until.TrueAsync(() => log.Any(record => record.Text.StartsWith($"Job {accepted.Id} ended", StringComparison.Ordinal)));
        Assert.Contains(log, record => record.Text == $"Job {accepted.Id} ended as {state} with {status} at attempt 1.");
    }

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }
}
