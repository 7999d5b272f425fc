using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Content that is not bound from JSON, or that somebody else has read or changed before.</summary>
public sealed class ContentReadInOtherWays : IAsyncLifetime
{
    private const int Limit = 10_000;

    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute(options => options.MaxContentLength = Limit);
            builder.Services.AddRequestDecompression();
        },
        Map);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_stream_is_handed_over_while_it_still_arrives()
    {
        using var connection = _app.Connect();
        await connection.SendAsync(
            "POST /first-byte HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "1\r\n{\r\n");
        Assert.Equal("{", (await connection.ReadAsync()).Body);
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("pipe")]
    public async Task What_is_no_JSON_is_the_handlers_to_judge(string path) => Assert.Equal("5", await PostAsync(path, "{ not", 200));

    [Theory]
    [InlineData("swallow-stream")]
    [InlineData("swallow-pipe")]
    public async Task A_handler_that_swallows_the_refusal_does_not_answer_in_its_place(string path)
    {
        var answer = await PostAsync(path, new string('x', Limit + 1), 413, isChunked: true);
        Assert.Contains("/problems/content-over-limit", answer);
        Assert.DoesNotContain("all is well", answer);
    }

    [Fact]
    public async Task A_middleware_that_has_buffered_the_content_reads_it_again_afterwards()
    {
        var answer = await PostAsync("buffered", "[1,2,3]", 200);
        Assert.Equal("3", answer);
        Assert.Equal("[1,2,3]", Assert.Single(Middleware.Seen));
    }

    [Fact]
    public async Task Compressed_content_is_limited_by_what_becomes_of_it()
    {
        Assert.Contains("content-over-limit", await PostAsync("numbers", $"[{new string(' ', 50_000)}]", 413, coding: "gzip"));
        Assert.Equal("2", await PostAsync("numbers", "[1,2]", 200, coding: "gzip"));
        Assert.Contains("malformed-content", await PostAsync("numbers", "[1,2", 400, coding: "gzip"));
    }

    [Theory]
    [InlineData("a=1&b=2", "application/x-www-form-urlencoded", 200, "1")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--\r\n", "multipart/form-data; boundary=x", 200, "1")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n", "multipart/form-data; boundary=x", 400, "malformed-content")]
    [InlineData("--x\r\nno head", "multipart/form-data; boundary=x", 400, "malformed-content")]
    public async Task A_form_is_bound_or_malformed(string form, string mediaType, int status, string said) =>
        Assert.Contains(said, await PostAsync("form", form, status, mediaType));

    [Fact]
    public async Task An_endpoint_that_is_left_alone_answers_as_dotNET_does()
    {
        var answer = await PostAsync("alone", "[1,", 400);
        Assert.Equal("", answer);
    }

    [Fact]
    public async Task What_a_handler_keeps_of_the_content_reads_nothing_later()
    {
        await PostAsync("keep", "[1]", 200);
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(async () => await Kept!.ReadExactlyAsync(new byte[1]));
    }

    private static Stream? Kept { get; set; }

    private static void Map(WebApplication app)
    {
        app.UseStatute();
        app.UseMiddleware<Middleware>();
        app.UseRequestDecompression();
        app.MapPost("/first-byte", async (HttpRequest request) =>
        {
            var one = new byte[1];
            await request.Body.ReadExactlyAsync(one);
            return Encoding.ASCII.GetString(one);
        });
        app.MapPost("/stream", async (Stream content) => (await new StreamReader(content).ReadToEndAsync()).Length);
        app.MapPost("/pipe", async (HttpRequest request) => (await request.BodyReader.ReadAtLeastAsync(5)).Buffer.Length);
        app.MapPost("/swallow-stream", (HttpRequest request) => SwallowAsync(request.Body.CopyToAsync(Stream.Null)));
        app.MapPost("/swallow-pipe", (HttpRequest request) => SwallowAsync(request.BodyReader.CopyToAsync(Stream.Null)));
        app.MapPost("/buffered", (int[] numbers) => numbers.Length);
        app.MapPost("/numbers", (int[] numbers) => numbers.Length);
        app.MapPost("/form", ([FromForm] string a) => a).DisableAntiforgery();
        app.MapPost("/alone", (int[] numbers) => numbers.Length).DisableStatute();
        app.MapPost("/keep", (int[] numbers, HttpRequest request) =>
        {
            Kept = request.Body;
            return numbers.Length;
        });
    }

    private static async Task<string> SwallowAsync(Task reading)
    {
        try
        {
            await reading;
        }
        catch (IOException)
        {
        }

        return "all is well";
    }

    private async Task<string> PostAsync(
        string path, string text, int status, string mediaType = "application/json", bool isChunked = false, string? coding = null)
    {
        using var content = new ByteArrayContent(coding is null ? Encoding.UTF8.GetBytes(text) : Gzip(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (coding is not null)
        {
            content.Headers.ContentEncoding.Add(coding);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_app.Http1, path)) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await _app.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static byte[] Gzip(string text)
    {
        using var coded = new MemoryStream();
        using (var gzip = new GZipStream(coded, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return coded.ToArray();
    }

    /// <summary>A log of contents, as many applications have one.</summary>
    private sealed class Middleware(RequestDelegate next)
    {
        internal static List<string> Seen { get; } = [];

        public async Task InvokeAsync(HttpContext context)
        {
            if (context.Request.Path != "/buffered")
            {
                await next(context);
                return;
            }

            context.Request.EnableBuffering();
            await next(context);
            context.Request.Body.Position = 0;
            Seen.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
        }
    }
}
