using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>A client goes away while its refused content is being dropped.</summary>
public sealed class RefusedUploadThatIsAborted
{
    private const int Uploads = 40;

    [Fact]
    public async Task Is_no_fault_of_the_server()
    {
        var ended = 0;
        var all = new TaskCompletionSource();
        var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options => options.MaxContentLength = 1000),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    context.Response.RegisterForDispose(new Ended(() =>
                    {
                        if (Interlocked.Increment(ref ended) == Uploads)
                        {
                            all.SetResult();
                        }
                    }));
                    await next();
                });
                app.UseStatute();
                app.MapPost("/upload", (Stream content) => content.CopyToAsync(Stream.Null));
            });
        for (var i = 0; i < Uploads; i++)
        {
            using var connection = app.Connect();
            var answer = await connection.AskAsync("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nbeginning");
            Assert.Equal(413, answer.Status);
            await connection.SendAsync(new byte[100_000]);
            if (i % 2 == 0)
            {
                connection.Reset();
            }
        }

        await all.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await app.DisposeAsync();
        Assert.DoesNotContain(app.Log.Records, record => record.Level >= LogLevel.Error);
    }

    private sealed class Ended(Action then) : IDisposable
    {
        public void Dispose() => then();
    }
}
