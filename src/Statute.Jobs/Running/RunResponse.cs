using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Running;

/// <summary>
/// The response of a run, as a server's own: what is registered is called in reverse order, and once it has started its head stands. Its
/// content is kept in memory.
/// </summary>
internal sealed class RunResponse : IHttpResponseFeature, IHttpResponseBodyFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();
    private readonly HeaderDictionary _fields = [];
    private readonly RunWriter _content;
    private int _status = StatusCodes.Status200OK;
    private string? _phrase;

    internal RunResponse(long limit)
    {
        _content = new RunWriter(this, limit);
        Stream = _content.AsStream(leaveOpen: true);
    }

    public bool HasStarted { get; private set; }

    public int StatusCode
    {
        get => _status;
        set => _status = HasStarted ? throw HeadStands() : value;
    }

    public string? ReasonPhrase
    {
        get => _phrase;
        set => _phrase = HasStarted ? throw HeadStands() : value;
    }

    public IHeaderDictionary Headers
    {
        get => _fields;
        set => throw new NotSupportedException("The fields of the response are set one by one.");
    }

    public Stream Stream { get; }

    public PipeWriter Writer => _content;

    /// <summary>What IHttpResponseFeature had for the content in earlier times.</summary>
    public Stream Body
    {
        get => Stream;
        set => throw new NotSupportedException("The response's content is replaced by its feature, IHttpResponseBodyFeature.");
    }

    internal RunWriter Content => _content;

    public void OnStarting(Func<object, Task> callback, object state) =>
        _starting.Push(HasStarted ? throw HeadStands() : (callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        // What is called may register more, and still change the head.
        while (!HasStarted && _starting.TryPop(out var next))
        {
            await next.Callback(next.State);
        }

        HasStarted = true;
        _fields.IsReadOnly = true;
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await StartAsync();
        await Writer.FlushAsync();
    }

    public void DisableBuffering()
    {
        // There is nobody who could read what is ready earlier.
    }

    /// <summary>Calls what waits for the end of the request. A fault there is logged and hinders nobody.</summary>
    internal async Task EndAsync(ILogger logger)
    {
        while (_completed.TryPop(out var next))
        {
            try
            {
                await next.Callback(next.State);
            }
            catch (Exception e)
            {
                logger.CompletionFailed(e);
            }
        }
    }

    private static InvalidOperationException HeadStands() => new("The response has started, so that its head cannot be changed any more.");
}
