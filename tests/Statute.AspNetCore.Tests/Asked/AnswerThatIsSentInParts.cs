using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Asked;

/// <summary>Streams leave as they are written: nothing of an answer that passes is kept back or put together again.</summary>
public sealed class AnswerThatIsSentInParts
{
    [Theory]
    [InlineData("/events", "data: one\n\n", "data: two\n\n")]
    [InlineData("/flushed", "one", "two")]
    public async Task Reaches_the_client_while_the_handler_goes_on(string path, string first, string second)
    {
        var read = new TaskCompletionSource();
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapGet("/events", () => TypedResults.ServerSentEvents(Events(read.Task)));
                app.MapGet("/flushed", async (HttpContext context) =>
                {
                    context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
                    context.Response.StatusCode = 201;
                    await context.Response.WriteAsync("one");
                    await context.Response.Body.FlushAsync();
                    await read.Task;
                    await context.Response.WriteAsync("two");
                });
            });
        using var answer = await app.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)answer.StatusCode);
        await using var content = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[first.Length];
        await content.ReadExactlyAsync(buffer);
        Assert.Equal(first, System.Text.Encoding.UTF8.GetString(buffer));
        read.SetResult();
        Assert.Equal(second, await new StreamReader(content).ReadToEndAsync());
    }

    [Theory]
    [InlineData("/kept", 200, "gzip")]
    [InlineData("/created", 200, "gzip")]
    [InlineData("/gone", 404, null)]
    public async Task Is_compressed_where_the_application_compresses(string path, int status, string? coding)
    {
        foreach (var isFirst in new[] { true, false })
        {
            await using var app = await StartCompressingAsync(isFirst);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            using var answer = await app.Client.SendAsync(request);
            Assert.Equal((status, coding), ((int)answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            if (coding is null)
            {
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.Contains("\"code\":\"E1\"", System.Text.Encoding.UTF8.GetString(bytes));
            }
            else
            {
                using var plain = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
                Assert.Equal(new string('x', 5000), await plain.ReadToEndAsync());
            }
        }
    }

    private static Task<RunningApp> StartCompressingAsync(bool isFirst) => RunningApp.StartAsync(
        builder => builder.Services.AddStatute().AddResponseCompression(),
        app =>
        {
            if (isFirst)
            {
                app.UseResponseCompression();
            }

            app.UseStatute();
            if (!isFirst)
            {
                app.UseResponseCompression();
            }

            app.MapGet("/kept", () => new string('x', 5000));
            app.MapGet("/created", () => TypedResults.Text(new string('x', 5000), "text/plain", statusCode: 201));
            app.MapGet("/gone", () => TypedResults.Json(new { code = "E1", more = new string('x', 5000) }, statusCode: 410));
        });

    private static async IAsyncEnumerable<string> Events(Task read)
    {
        yield return "one";
        await read;
        yield return "two";
    }
}
