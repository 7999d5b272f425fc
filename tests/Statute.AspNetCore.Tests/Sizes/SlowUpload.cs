using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>
/// An upload that stops on the way, so that the server's data rate ends it; two seconds instead of five make the test shorter.
/// </summary>
public sealed class SlowUpload
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("minimal/photo", "Content-Length: 1000000")]
    [InlineData("sized/photo", "Content-Length: 1000000")]
    [InlineData("minimal/photo", "Transfer-Encoding: chunked")]
    [InlineData("sized/photo", "Transfer-Encoding: chunked")]
    public async Task Loses_its_place_and_is_told_so(string place, string framing)
    {
        await using var app = await PhotoApi.StartAsync(services: builder => builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Limits.MinRequestBodyDataRate = new(240, Grace)));
        var budget = app.Services.GetRequiredService<ContentBudget>();
        using var upload = app.Connect();
        await upload.SendAsync(PhotoApi.Head($"/{place}", framing));
        await upload.SendAsync("1\r\nx\r\n");
        await Until.TrueAsync(() => budget.Free < budget.Size);

        var answer = await upload.ReadAsync();

        Assert.Equal((400, "/problems/incomplete-content"), (answer.Status, answer.Problem("type")));
        Assert.Equal("close", answer["Connection"]);
        await Until.TrueAsync(() => budget.Free == budget.Size);
        using var next = await app.Client.SendAsync(PhotoApi.Put($"/{place}", new Zeros(10)));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
