using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>Eight uploads of 512 KiB, begun and not ended, hold all 4 MiB that may be in flight.</summary>
public sealed class BudgetOfContent : IAsyncLifetime
{
    private const int Budget = 4 * 1024 * 1024;
    private const int Part = 512 * 1024;

    private readonly List<RawConnection> _uploads = [];
    private RunningApp _app = null!;

    public static TheoryData<string> Framings => ["declared", "chunked"];

    public async ValueTask InitializeAsync()
    {
        _app = await PhotoApi.StartAsync(options => options.MaxContentInFlight = Budget);
        for (var i = 0; i < Budget / Part; i++)
        {
            var upload = _app.Connect();
            _uploads.Add(upload);
            await upload.SendAsync(PhotoApi.Head("/minimal/photo", $"Content-Length: {Part}"));
            await upload.SendAsync(new byte[Part / 2]);
        }

        await Until.TrueAsync(() => Free == 0);
    }

    public async ValueTask DisposeAsync()
    {
        _uploads.ForEach(upload => upload.Dispose());
        await _app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_ninth_is_refused_until_they_end(string framing)
    {
        using var refused = await SendAsync(framing);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 2, 3);
        var problem = await refused.Content.ReadAsStringAsync();
        Assert.Contains("/problems/content-over-budget", problem);

        foreach (var upload in _uploads)
        {
            await upload.SendAsync(new byte[Part / 2]);
            Assert.Equal(200, (await upload.ReadAsync()).Status);
        }

        await Until.TrueAsync(() => Free == Budget);
        using var passed = await SendAsync(framing);
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
    }

    /// <summary>Each of the seconds is as likely as the other: that sixty are alike happens once in 2 to the power of 59 times.</summary>
    [Fact]
    public async Task Not_all_that_are_refused_are_told_the_same_time()
    {
        var told = new HashSet<double>();
        for (var i = 0; i < 60; i++)
        {
            using var refused = await SendAsync("declared");
            told.Add(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        }

        Assert.Equal([2, 3], told.Order());
    }

    [Fact]
    public async Task Clients_that_are_gone_give_back_what_they_held()
    {
        _uploads.ForEach(upload => upload.Reset());
        await Until.TrueAsync(() => Free == Budget);
        using var passed = await SendAsync("declared");
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
    }

    [Fact]
    public async Task Requests_without_content_pass()
    {
        using var answer = await _app.Client.GetAsync(new Uri(_app.Http1, "/problems/not-found"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_place_that_takes_more_than_the_budget_is_not_counted()
    {
        using var request = PhotoApi.Put("/minimal/endless", new Zeros(2 * Budget));
        using var answer = await _app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private long Free => _app.Services.GetRequiredService<ContentBudget>().Free;

    private async Task<HttpResponseMessage> SendAsync(string framing)
    {
        using var request = PhotoApi.Put("/minimal/photo", new Zeros(Part, isChunked: framing == "chunked"));
        return await _app.Client.SendAsync(request);
    }
}
