using System.IO.Pipelines;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>What an answer that passes hands to the response body comes to the server as it is: the same memory, the same calls.</summary>
public sealed class WayThroughTheGate : IDisposable
{
    private static readonly byte[] Large = new byte[1024 * 1024];

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("/pipe", "Writer.WriteAsync(the array of 1048576)")]
    [InlineData("/stream", "Stream.WriteAsync(the array of 1048576)")]
    [InlineData("/created", "Stream.WriteAsync(the array of 1048576)")]
    [InlineData("/memory", "Writer.GetMemory, Writer.Advance(3), Writer.FlushAsync")]
    [InlineData("/file", "SendFileAsync")]
    [InlineData("/result", "SendFileAsync")]
    [InlineData("/unbuffered", "DisableBuffering, StartAsync, CompleteAsync")]
    public async Task Copies_nothing(string path, string calls)
    {
        var server = new RecordedBody(Large);
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                // Outside of ours, where the server stands.
                builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(server));
            },
            app =>
            {
                app.UseStatute();
                app.MapGet("/pipe", async (HttpResponse response) => { await response.BodyWriter.WriteAsync(Large); });
                app.MapGet("/stream", async (HttpResponse response) => await response.Body.WriteAsync(Large));
                app.MapGet("/created", async (HttpResponse response) =>
                {
                    response.StatusCode = 201;
                    await response.Body.WriteAsync(Large);
                });
                app.MapGet("/memory", async (HttpResponse response) =>
                {
                    "abc"u8.CopyTo(response.BodyWriter.GetMemory(3).Span);
                    response.BodyWriter.Advance(3);
                    await response.BodyWriter.FlushAsync();
                });
                app.MapGet("/file", (HttpResponse response) => response.SendFileAsync(_file));
                app.MapGet("/result", () => TypedResults.PhysicalFile(_file));
                app.MapGet("/unbuffered", async (HttpContext context) =>
                {
                    context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
                    await context.Response.StartAsync();
                    await context.Response.CompleteAsync();
                });
            });
        using var answer = await app.Client.GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(calls, string.Join(", ", server.Calls));
    }

    /// <summary>The server's response body, with a record of what it was called with.</summary>
    private sealed class RecordedBody(byte[] known) : IStartupFilter, IHttpResponseBodyFeature
    {
        private IHttpResponseBodyFeature _inner = null!;

        internal List<string> Calls { get; } = [];

        public Stream Stream { get; private set; } = null!;

        public PipeWriter Writer { get; private set; } = null!;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                _inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
                Stream = new RecordedStream(this);
                Writer = new RecordedWriter(this);
                context.Features.Set<IHttpResponseBodyFeature>(this);
                return rest(context);
            });
            next(app);
        };

        public void DisableBuffering() => Note("DisableBuffering");

        public Task StartAsync(CancellationToken cancellationToken = default)
        {
            Note("StartAsync");
            return _inner.StartAsync(cancellationToken);
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
        {
            Note("SendFileAsync");
            return _inner.SendFileAsync(path, offset, count, cancellationToken);
        }

        public Task CompleteAsync()
        {
            Note("CompleteAsync");
            return _inner.CompleteAsync();
        }

        private void Note(string call) => Calls.Add(call);

        private string Named(ReadOnlyMemory<byte> content) =>
            MemoryMarshal.TryGetArray(content, out var array) && array.Array == known ? $"the array of {content.Length}" : "a copy";

        private sealed class RecordedStream(RecordedBody body) : MemoryStream
        {
            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                body.Note($"Stream.WriteAsync({body.Named(buffer)})");
                return body._inner.Stream.WriteAsync(buffer, cancellationToken);
            }
        }

        private sealed class RecordedWriter(RecordedBody body) : PipeWriter
        {
            public override void Advance(int bytes)
            {
                body.Note($"Writer.Advance({bytes})");
                body._inner.Writer.Advance(bytes);
            }

            public override Memory<byte> GetMemory(int sizeHint = 0)
            {
                body.Note("Writer.GetMemory");
                return body._inner.Writer.GetMemory(sizeHint);
            }

            public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

            public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
            {
                body.Note($"Writer.WriteAsync({body.Named(source)})");
                return body._inner.Writer.WriteAsync(source, cancellationToken);
            }

            public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
            {
                body.Note("Writer.FlushAsync");
                return body._inner.Writer.FlushAsync(cancellationToken);
            }

            public override void CancelPendingFlush() => body._inner.Writer.CancelPendingFlush();

            public override void Complete(Exception? exception = null) => body._inner.Writer.Complete(exception);
        }
    }
}
