using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>The list of the caller's own jobs.</summary>
public sealed class ListOfJobs : IAsyncLifetime
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/quick", () => "done").Asynchronous();
        app.MapPost("/failing", string () => throw new InvalidOperationException()).Asynchronous();
        app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
        app.MapJobs("/operations");
    });

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task BeginsWithTheNewest()
    {
        var ids = await RunManyAsync(3);
        var list = await _app.GetAsync("/operations");
        Assert.Equal((200, "no-store", "application/json"), (list.Status, list["Cache-Control"], list["Content-Type"]));
        Assert.Equal(ids.Reverse(), IdsIn(list));
        Assert.Equal("null", list.Json.GetProperty("next").GetRawText());
    }

    [Fact]
    public async Task HasPages()
    {
        var ids = await RunManyAsync(5);
        var seen = new List<string>();
        var next = "/operations?count=2";
        while (next is not null)
        {
            var page = await _app.GetAsync(next);
            Assert.InRange(IdsIn(page).Count, 1, 2);
            seen.AddRange(IdsIn(page));
            next = page.Json.GetProperty("next").GetString();
        }

        Assert.Equal(ids.Reverse(), seen);
    }

    [Fact]
    public async Task GoesOnWhereTheLastOfAPageIsForgottenMeanwhile()
    {
        var ids = await RunManyAsync(4);
        var first = await _app.GetAsync("/operations?count=2");
        Assert.Equal(200, (await _app.SendAsync(HttpMethod.Delete, $"/operations/{IdsIn(first)[^1]}")).Status);
        Assert.Equal([ids[1], ids[0]], IdsIn(await _app.GetAsync(first.Json.GetProperty("next").GetString()!)));
    }

    [Fact]
    public async Task ShowsThoseOfOneState()
    {
        await _app.RunAsync("/quick");
        var failed = await _app.RunAsync("/failing");
        var running = await _app.PostAsync("/slow");
        await _door.Reached;
        Assert.Equal([running.Id], IdsIn(await _app.GetAsync("/operations?status=running")));
        var list = await _app.GetAsync("/operations?status=Failed");
        Assert.Equal([failed.Id], IdsIn(list));
        Assert.False(list.Json.GetProperty("jobs")[0].TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("status=Done")]
    [InlineData("status=1")]
    [InlineData("after=x")]
    [InlineData("count=many")]
    public async Task CannotReadSuchAParameter(string query)
    {
        var refused = await _app.GetAsync($"/operations?{query}");
        Assert.Equal((400, "invalid-parameter"), (refused.Status, refused.Problem));
        Assert.Equal(query.Split('=')[0], refused.Json.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task HasNoMoreThanAHundred() => Assert.Equal(200, (await _app.GetAsync("/operations?count=1000000")).Status);

    private static List<string> IdsIn(JobAnswer list) =>
        [.. list.Json.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString()!)];

    private async Task<IReadOnlyList<string>> RunManyAsync(int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await _app.RunAsync("/quick")).Id);
        }

        return ids;
    }
}
