using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Tests.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A running application with asynchronous endpoints, whose jobs are in a file of its own.</summary>
internal sealed class JobsApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private JobsApp(TemporaryFolder folder, RunningApp app)
    {
        _folder = folder;
        App = app;
    }

    internal RunningApp App { get; }

    /// <summary>All that is on the disk, as one text.</summary>
    internal string Stored
    {
        get
        {
            using var copy = _folder.CopyAsKilled();
            return string.Concat(Directory.GetFiles(copy.Path).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        }
    }

    /// <summary>
    /// Starts one. Callers are known by the test scheme: <c>Authorization: Test clerk</c>. Services are added after those of jobs, or
    /// before.
    /// </summary>
    internal static Task<JobsApp> StartAsync(
        Action<WebApplication> map,
        Action<WebApplicationBuilder>? services = null,
        Action<JobOptions>? options = null,
        bool withTestScheme = true,
        Action<WebApplicationBuilder>? before = null) =>
        StartAsync(new TemporaryFolder(), map, services, options, withTestScheme, before);

    /// <summary>Starts one with what is on the disk of this one, as if this one had been killed.</summary>
    internal Task<JobsApp> StartAfterKillAsync(
        Action<WebApplication> map, Action<WebApplicationBuilder>? services = null, Action<JobOptions>? options = null) =>
        StartAsync(_folder.CopyAsKilled(), map, services, options, withTestScheme: true);

    private static async Task<JobsApp> StartAsync(
        TemporaryFolder folder,
        Action<WebApplication> map,
        Action<WebApplicationBuilder>? services,
        Action<JobOptions>? options,
        bool withTestScheme,
        Action<WebApplicationBuilder>? before = null)
    {
        try
        {
            var app = await RunningApp.StartAsync(
                builder =>
                {
                    before?.Invoke(builder);
                    builder.Services.AddStatute();
                    builder.Services.AddStatuteJobs(jobs =>
                    {
                        jobs.File = Path.Combine(folder.Path, "jobs.db");
                        jobs.Sqlite = new() { Reserve = 256 * 1024 };
                        options?.Invoke(jobs);
                    });
                    if (withTestScheme)
                    {
                        builder.Services.AddAuthentication(TestScheme.Name)
                            .AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
                    }

                    services?.Invoke(builder);
                },
                map);
            return new JobsApp(folder, app);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    internal async Task<JobAnswer> SendAsync(
        HttpMethod method, string target, string? content = null, string? caller = "clerk", params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, target);
        if (content is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (caller is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Test {caller}");
        }

        foreach (var (name, value) in fields)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await App.Client.SendAsync(request);
        return await JobAnswer.ReadAsync(answer);
    }

    internal Task<JobAnswer> PostAsync(string target, string? content = null, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, target, content, "clerk", fields);

    internal Task<JobAnswer> GetAsync(string target, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Get, target, null, "clerk", fields);

    /// <summary>Sends a request that is accepted, and waits for the end of its job.</summary>
    internal async Task<JobAnswer> RunAsync(string target, string? content = null, params (string Name, string Value)[] fields)
    {
        var accepted = await PostAsync(target, content, fields);
        Assert.Equal(202, accepted.Status);
        return await EndAsync(accepted);
    }

    /// <summary>Waits for the end of a job. Gives back its monitor.</summary>
    internal async Task<JobAnswer> EndAsync(JobAnswer accepted, string? caller = "clerk")
    {
        while (true)
        {
            var monitor = await SendAsync(HttpMethod.Get, accepted["Location"]!, null, caller, ("Prefer", "wait=20"));
            Assert.Equal(200, monitor.Status);
            if (monitor.State is not ("NotStarted" or "Running"))
            {
                return monitor;
            }
        }
    }

    /// <summary>The result of a job that has ended.</summary>
    internal Task<JobAnswer> ResultAsync(JobAnswer monitor) => GetAsync(monitor.ResultPlace);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Dispose();
    }
}
