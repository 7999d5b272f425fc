using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>The 202, and what it leads to.</summary>
public sealed class RequestThatIsAccepted : IAsyncLifetime
{
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/reports/{name}", (string name) => new { name }).Asynchronous();
        app.MapJobs();
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task SaysWhereItsJobIs()
    {
        var accepted = await _app.PostAsync("/reports/a");
        Assert.Equal((202, "Accepted"), (accepted.Status, accepted.Phrase));
        Assert.Equal($"/jobs/{accepted.Id}", accepted["Location"]);
        Assert.Equal(accepted["Location"], accepted["Operation-Location"]);
        Assert.Equal(accepted["Location"], accepted["Content-Location"]);
        Assert.Equal("1", accepted["Retry-After"]);
        Assert.Equal("no-store", accepted["Cache-Control"]);
        Assert.Equal("application/json", accepted["Content-Type"]);
    }

    [Fact]
    public async Task EndsAsTheHandlerAnswers()
    {
        var monitor = await _app.RunAsync("/reports/a");
        Assert.Equal("Succeeded", monitor.State);
        var result = await _app.GetAsync(monitor.ResultPlace);
        Assert.Equal((200, "OK", """{"name":"a"}"""), (result.Status, result.Phrase, result.Content));
    }
}
