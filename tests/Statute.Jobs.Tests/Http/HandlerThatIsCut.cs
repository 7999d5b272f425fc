using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>A handler that is told to end says so in many ways; none of them is an answer.</summary>
public sealed class HandlerThatIsCut : IAsyncDisposable
{
    private readonly Cut _cut = new();
    private JobsApp _app = null!;

    public static TheoryData<string> Ways => ["direct", "wrapped", "blocking", "driver", "refusal", "result", "action"];

    public ValueTask DisposeAsync()
    {
        _cut.Door.Open();
        return _app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ByItsCallerIsCanceled(string way)
    {
        await StartAsync(TimeSpan.FromSeconds(10));
        var accepted = await BeginAsync(way);
        Assert.Equal(202, (await _app.SendAsync(HttpMethod.Post, accepted.CancelPlace)).Status);
        var monitor = await _app.EndAsync(accepted);
        Assert.Equal("Canceled", monitor.State);
        Assert.Equal(404, (await _app.GetAsync(monitor.ResultPlace)).Status);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ByTheStopIsHandedBackWhereItMayBeRepeated(string way)
    {
        await StartAsync(TimeSpan.Zero);
        var accepted = await BeginAsync(way);
        await _app.App.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);
        var told = $"Job {accepted.Id} was handed back";
        Assert.Contains(_app.App.Log.Records, record => record.Text.StartsWith(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text", "done")]
    [InlineData("object", """{"name":"done"}""")]
    [InlineData("action", "done")]
    public async Task AndAnswersAllTheSameHasAnswered(string way, string content)
    {
        await StartAsync(TimeSpan.FromSeconds(10));
        var accepted = await _app.PostAsync($"/stubborn/{way}");
        await _cut.Told;
        Assert.Equal(202, (await _app.SendAsync(HttpMethod.Post, accepted.CancelPlace)).Status);
        var monitor = await _app.EndAsync(accepted);
        Assert.Equal(("Succeeded", content), (monitor.State, (await _app.GetAsync(monitor.ResultPlace)).Content));
    }

    private async Task<JobAnswer> BeginAsync(string way)
    {
        var accepted = await _app.PostAsync($"/cut/{way}");
        Assert.Equal(202, accepted.Status);
        await _cut.Door.Reached;
        return accepted;
    }

    private async Task StartAsync(TimeSpan patience) => _app = await JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            foreach (var way in Ways.Select(row => row.Data).Except(["action"]))
            {
                app.MapPost($"/cut/{way}", (CancellationToken cancel) => _cut.RunAsync(way, cancel))
                    .Asynchronous(job => job.Repeatable = true);
            }

            app.MapPost("/stubborn/text", async (CancellationToken cancel) => await _cut.StandAsync(cancel)).Asynchronous();
            app.MapPost("/stubborn/object", async (CancellationToken cancel) => new { name = await _cut.StandAsync(cancel) })
                .Asynchronous();
            app.MapControllers();
            app.MapJobs();
        },
        builder =>
        {
            builder.Services.AddSingleton(_cut);
            TheseControllers.AddTo(builder.Services, typeof(CutController));
        },
        jobs => jobs.StopTimeout = patience);
}

/// <summary>Ways of a handler to end when it is told to.</summary>
public sealed class Cut
{
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Door Door { get; } = new();

    /// <summary>Ends when a handler runs that takes no notice.</summary>
    internal Task Told => _told.Task.WaitAsync(TimeSpan.FromSeconds(20));

    internal async Task<IResult> RunAsync(string way, CancellationToken cancel)
    {
        if (way == "result")
        {
            return Results.Stream(async _ => await WaitAsync("wrapped", cancel));
        }

        if (way == "blocking")
        {
            Door.PassAsync(cancel).Wait(CancellationToken.None);
        }

        await WaitAsync(way, cancel);
        return Results.Text("done");
    }

    internal async Task WaitAsync(string way, CancellationToken cancel)
    {
        try
        {
            await Door.PassAsync(cancel);
        }
        catch (OperationCanceledException e)
        {
            throw way switch
            {
                "wrapped" => new InvalidOperationException("The query failed.", e),
                "driver" => new InvalidOperationException("The operation was canceled by the user."),
                "refusal" => new Statute.AspNetCore.RefusalException(new(409, "It is not done.")),
                _ => new OperationCanceledException(cancel),
            };
        }
    }

    /// <summary>Waits until the handler is told to end, and ends as if nothing had been said.</summary>
    internal async Task<string> StandAsync(CancellationToken cancel)
    {
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registered = cancel.Register(canceled.SetResult);
        _told.TrySetResult();
        await canceled.Task;
        return "done";
    }
}

/// <summary>The same as actions.</summary>
[ApiController]
public sealed class CutController(Cut cut) : ControllerBase
{
    [HttpPost("/cut/action")]
    [Asynchronous(Repeatable = true)]
    public async Task<string> RunAsync(CancellationToken cancel)
    {
        await cut.WaitAsync("wrapped", cancel);
        return "done";
    }

    [HttpPost("/stubborn/action")]
    [Asynchronous]
    public Task<string> StandAsync(CancellationToken cancel) => cut.StandAsync(cancel);
}
