using System.Net;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>40 MB at 4 MB/s take longer than the five seconds for which Kestrel itself reads on after an answer.</summary>
public sealed class SlowUploadOverLimit
{
    [Fact]
    public async Task Is_answered_when_it_is_sent()
    {
        await using var app = await PhotoApi.StartAsync();
        using var content = new Zeros(40_000_000, pace: 400_000);
        using var request = PhotoApi.Put("/minimal/photo", content);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("content-length-over-limit", await answer.Content.ReadAsStringAsync());
        Assert.Equal(40_000_000, content.Sent);
    }
}
