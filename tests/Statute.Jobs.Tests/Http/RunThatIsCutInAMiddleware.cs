using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>
/// A run that is told to end in the application's middleware, before its handler has begun. An exception handler makes an answer of that,
/// which is none.
/// </summary>
public sealed class RunThatIsCutInAMiddleware : IAsyncDisposable
{
    private readonly Door _middleware = new();
    private JobsApp _app = null!;

    public ValueTask DisposeAsync()
    {
        _middleware.Open();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task ByItsCallerIsCanceled()
    {
        var accepted = await StartAsync();
        Assert.Equal(202, (await _app.SendAsync(HttpMethod.Post, accepted.CancelPlace)).Status);
        var monitor = await _app.EndAsync(accepted);
        Assert.Equal(("Canceled", 0), (monitor.State, monitor.Json.GetProperty("attempts").GetInt32()));
        Assert.False(monitor.Json.TryGetProperty("mayHaveTakenEffect", out _));
    }

    [Fact]
    public async Task ByTheStopIsHandedBack()
    {
        var accepted = await StartAsync();
        await _app.App.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains(
            _app.App.Log.Records, record => record.Text.StartsWith($"Job {accepted.Id} was handed back", StringComparison.Ordinal));
    }

    private async Task<JobAnswer> StartAsync()
    {
        _app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("Something went wrong.")));
                app.Use(async (context, next) =>
                {
                    if (context.Features.Get<IJobFeature>() is not null)
                    {
                        await _middleware.PassAsync(context.RequestAborted);
                    }

                    await next(context);
                });
                app.MapPost("/once", () => "done").Asynchronous();
                app.MapJobs();
            },
            options: jobs => jobs.StopTimeout = TimeSpan.Zero);
        var accepted = await _app.PostAsync("/once");
        await _middleware.Reached;
        return accepted;
    }
}
