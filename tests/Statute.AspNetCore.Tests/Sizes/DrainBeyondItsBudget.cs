using System.Net;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>Dropping unread content is bounded in bytes and in number, and keeps nobody else waiting.</summary>
public sealed class DrainBeyondItsBudget
{
    private const int Length = 400_000_000;

    [Fact]
    public async Task Is_cut_after_the_answer_has_left()
    {
        await using var app = await PhotoApi.StartAsync(options => options.DrainLength = 1024 * 1024);
        using var connection = app.Connect();
        await connection.SendAsync(PhotoApi.Head("/minimal/photo", $"Content-Length: {Length}"));
        var answer = await connection.ReadAsync();
        Assert.Equal("HTTP/1.1 413 Request Entity Too Large", answer.StatusLine);

        var block = new byte[64 * 1024];
        var sent = 0L;
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            for (; sent < Length; sent += block.Length)
            {
                await connection.SendAsync(block);
            }
        });

        // The budget, and what fits into the buffers of Kestrel and of the two sockets.
        Assert.InRange(sent, 1024 * 1024, 32 * 1024 * 1024);
    }

    /// <summary>Kestrel then reads on by itself, without a bound of bytes: a drain of ours would have cut this upload.</summary>
    [Fact]
    public async Task Of_number_is_left_to_the_server_and_nothing_hangs()
    {
        await using var app = await PhotoApi.StartAsync(options =>
        {
            options.MaxDrains = 0;
            options.DrainLength = 1024 * 1024;
        });
        using var content = new Zeros(40_000_000);
        using var request = PhotoApi.Put("/minimal/photo", content);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(40_000_000, content.Sent);
    }

    [Fact]
    public async Task Does_not_delay_the_next_request()
    {
        await using var app = await PhotoApi.StartAsync();
        using var stalled = app.Connect();
        await stalled.SendAsync(PhotoApi.Head("/minimal/photo", $"Content-Length: {Length}"));
        Assert.Equal(413, (await stalled.ReadAsync()).Status);
        var closed = stalled.IsClosedAsync();

        using var request = PhotoApi.Put("/minimal/photo", new Zeros(10));
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(closed.IsCompleted);
    }
}
