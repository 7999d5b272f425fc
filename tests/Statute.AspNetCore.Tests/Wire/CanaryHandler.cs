using System.Net;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>Sends the canary with every request, and searches every answer for it while it is read.</summary>
internal sealed class CanaryHandler(HttpMessageHandler next) : DelegatingHandler(next)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.TryParseAdd(Canary.Mark);
        var answer = await base.SendAsync(request, cancellationToken);
        Canary.MustNotBeIn(answer);
        var content = new WatchedContent(answer.Content);
        foreach (var field in answer.Content.Headers)
        {
            content.Headers.TryAddWithoutValidation(field.Key, field.Value);
        }

        answer.Content = content;
        return answer;
    }

    private sealed class WatchedContent(HttpContent content) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            await (await CreateContentReadStreamAsync()).CopyToAsync(stream);

        protected override async Task<Stream> CreateContentReadStreamAsync() => new WatchedStream(await content.ReadAsStreamAsync());

        protected override bool TryComputeLength(out long length)
        {
            length = content.Headers.ContentLength ?? 0;
            return content.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            content.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class WatchedStream(Stream content) : Stream
    {
        /// <summary>As much of the end of what was read as the sign may be cut in two.</summary>
        private readonly List<byte> _tail = [];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            Watch(buffer.AsMemory(offset), content.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Watch(buffer, await content.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            content.Dispose();
            base.Dispose(disposing);
        }

        private int Watch(ReadOnlyMemory<byte> buffer, int count)
        {
            _tail.AddRange(buffer.Span[..count]);
            Canary.MustNotBeIn(_tail.ToArray());
            _tail.RemoveRange(0, Math.Max(0, _tail.Count - 32));
            return count;
        }
    }
}
