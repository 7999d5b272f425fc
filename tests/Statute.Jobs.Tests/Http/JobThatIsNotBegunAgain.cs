using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job that was interrupted, and whose handler gets no other turn.</summary>
public sealed class JobThatIsNotBegunAgain : IAsyncDisposable
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/once")]
    [InlineData("/repeatable")]
    public async Task CountsTheAttemptsThatWereMade(string target)
    {
        _app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
                app.MapPost("/once", () => "done").Asynchronous();
                app.MapPost("/repeatable", () => "done").Asynchronous(job => job.Repeatable = true);
                app.MapJobs();
            },
            options: jobs =>
            {
                jobs.MaxRunning = 1;
                jobs.MaxAttempts = 1;
            });
        await _app.PostAsync("/slow");
        await _door.Reached;
        var accepted = await _app.PostAsync(target);

        // A worker takes it, and is never heard of again.
        var store = _app.App.Services.GetRequiredService<IJobStore>();
        Assert.NotNull(await store.ClaimAsync(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken));
        _door.Open();
        var monitor = await _app.EndAsync(accepted);
        Assert.Equal("Failed", monitor.State);
        Assert.Equal("/problems/outcome-unknown", monitor.Json.GetProperty("error").GetProperty("type").GetString());
        Assert.Equal(1, monitor.Json.GetProperty("attempts").GetInt32());
    }
}
