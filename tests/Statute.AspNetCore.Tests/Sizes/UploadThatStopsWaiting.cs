using System.Net;
using Microsoft.AspNetCore.Builder;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>
/// A client that asks first need not wait for ever (RFC 9110, 10.1.1): where the answer takes long it sends its content, and the refusal
/// has to arrive all the same.
/// </summary>
public sealed class UploadThatStopsWaiting
{
    private const string Asking = "Content-Length: 40000000\r\nExpect: 100-continue";

    [Fact]
    public async Task Is_answered_when_it_is_sent()
    {
        var hasBegun = new TaskCompletionSource();
        await using var app = await RunningApp.StartAsync(
            builder => PhotoApi.AddServices(builder),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    await hasBegun.Task;
                    await next(context);
                });
                PhotoApi.Map(app);
            });
        using var content = new Zeros(40_000_000, pace: 400_000);
        using var request = PhotoApi.Put("/minimal/photo", content);
        request.Headers.ExpectContinue = true;

        var sending = app.Client.SendAsync(request);
        await Until.TrueAsync(() => content.Sent > 0);
        hasBegun.SetResult();

        using var answer = await sending;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("content-length-over-limit", await answer.Content.ReadAsStringAsync());
        Assert.Equal(40_000_000, content.Sent);
    }

    [Fact]
    public async Task Is_answered_where_it_has_never_waited()
    {
        await using var app = await PhotoApi.StartAsync();
        using var connection = app.Connect();
        await connection.SendAsync(PhotoApi.Head("/minimal/photo", Asking));
        var block = new byte[400_000];
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(70));
        for (var i = 0; i < 100; i++)
        {
            await connection.SendAsync(block);
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(413, (await connection.ReadAsync()).Status);
    }

    [Fact]
    public async Task Is_not_invited_by_the_drain_and_not_waited_for_long()
    {
        await using var app = await PhotoApi.StartAsync(options => options.DrainTime = TimeSpan.FromMinutes(10));
        using var connection = app.Connect();
        await connection.SendAsync(PhotoApi.Head("/minimal/photo", Asking));
        Assert.Equal(413, (await connection.ReadAsync()).Status);
        Assert.True(await connection.IsClosedAsync());
    }
}
