using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore;

namespace Statute.Jobs.Tests.Http;

/// <summary>An answer that may have no content, where the table has its row, is read as it is, by every version of HTTP.</summary>
public sealed class ResultWithoutContent
{
    [Theory]
    [InlineData(204, false)]
    [InlineData(204, true)]
    [InlineData(304, false)]
    [InlineData(304, true)]
    public async Task IsReadAsItIs(int status, bool isHttp2)
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/none", () => Results.StatusCode(status)).Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.Configure<StatuteOptions>(options => options.Table = StatusTable.Rfc9110));
        var monitor = await app.RunAsync("/none");
        using var request = new HttpRequestMessage(HttpMethod.Get, monitor.ResultPlace);
        request.Headers.TryAddWithoutValidation("Authorization", "Test clerk");
        var client = isHttp2 ? app.App.Http2Client : app.App.Client;
        request.Version = isHttp2 ? HttpVersion.Version20 : HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;

        using var result = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)result.StatusCode);
        Assert.DoesNotContain(app.App.Log.Records, record => record.Level >= LogLevel.Error);
    }
}
