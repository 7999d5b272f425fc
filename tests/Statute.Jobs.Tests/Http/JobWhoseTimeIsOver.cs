using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job is kept for its retention, and then gone, with its key.</summary>
public sealed class JobWhoseTimeIsOver : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.MapPost("/quick", () => "done").Asynchronous();
            app.MapJobs();
        },
        builder => builder.Services.AddSingleton<TimeProvider>(_time),
        jobs => jobs.Retention = TimeSpan.FromHours(24));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task IsForgotten()
    {
        var key = ("Idempotency-Key", "k");
        var monitor = await _app.RunAsync("/quick", null, key);
        var place = $"/jobs/{monitor.Id}";
        Assert.Equal(new DateTimeOffset(2026, 3, 15, 15, 9, 26, TimeSpan.Zero), monitor.Json.GetProperty("expiresAt").GetDateTimeOffset());

        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal((200, monitor.Id), ((await _app.GetAsync(place)).Status, (await _app.PostAsync("/quick", null, key)).Id));

        _time.Advance(TimeSpan.FromHours(2));
        await Until.TrueAsync(() => _app.GetAsync(place).GetAwaiter().GetResult().Status == 404);
        Assert.NotEqual(monitor.Id, (await _app.PostAsync("/quick", null, key)).Id);
    }
}
