using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.Judging;

namespace Statute.AspNetCore.Content;

/// <summary>
/// What is known of one request's content while it is received: what it holds of the budget, what went wrong when it was read, and the
/// buffer that JSON is read into. What went wrong stands, even where a handler has swallowed the exception that told of it.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The stream is the server's, which ends it.")]
internal sealed class ReceivedContent
{
    private readonly BufferedContent _buffered;
    private ContentBudget? _budget;
    private long _held;
    private CountedStream? _counted;

    internal ReceivedContent() => _buffered = new BufferedContent(this);

    /// <summary>What is held of the budget, in bytes; any number where the content is not counted there.</summary>
    internal long Held => _budget is null ? long.MaxValue : _held;

    internal bool IsOverLimit { get; private set; }

    internal bool IsOverBudget { get; private set; }

    internal bool IsIncomplete { get; private set; }

    /// <summary>Whether a form could not be read as one.</summary>
    internal bool IsMalformedForm { get; private set; }

    /// <summary>Whether reading failed in a way that no handler may answer as if it had not.</summary>
    internal bool HasFailed => IsOverLimit || IsOverBudget || IsIncomplete;

    /// <summary>What the scan of JSON content found.</summary>
    internal JsonScan Scan { get; private set; }

    /// <summary>The content, where it was read as a whole; empty otherwise.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffered.Bytes;

    /// <summary>
    /// Holds at least so many bytes of the budget from here on; false where there is no room for them now. What is held already counts,
    /// so that a content which is read, or whose endpoint runs, a second time is held once.
    /// </summary>
    internal bool TryHold(long bytes)
    {
        if (bytes <= Held)
        {
            return true;
        }

        if (!_budget!.TryTake(bytes - _held))
        {
            return false;
        }

        _held = bytes;
        return true;
    }

    /// <summary>The content is counted in the budget from here on, or not at all where there is none.</summary>
    internal void CountIn(ContentBudget? budget)
    {
        if (budget != _budget)
        {
            Release();
            _budget = budget;
        }
    }

    /// <summary>Counts content of an unknown length as it is read.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">Tells the limit; a handler may still change it.</param>
    internal void Count(HttpContext context, IHttpMaxRequestBodySizeFeature limit)
    {
        if (context.Request.Body != _counted)
        {
            _counted = new CountedStream(context.Request.Body, this, limit, _counted);
            context.Request.Body = _counted;
        }
    }

    /// <summary>Reads JSON content to its end and looks it over. Whatever fails is noted here.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">The most that it can be, in bytes; null for any length.</param>
    internal async Task ReadJsonAsync(HttpContext context, long? limit)
    {
        if (!await TryBufferAsync(context, limit))
        {
            return;
        }

        _buffered.Install(context);
        Scan = JsonScan.Of(_buffered.Bytes.Span);
    }

    /// <summary>Reads content to its end, whatever it is. Whatever fails is noted here.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">The most that it can be, in bytes; null for any length.</param>
    internal async Task ReadAsync(HttpContext context, long? limit)
    {
        if (await TryBufferAsync(context, limit))
        {
            _buffered.Install(context);
        }
    }

    /// <summary>Reads a form as its binder would, which finds it read already.</summary>
    internal async Task ReadFormAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or ContentRefusedException)
        {
            Note(e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            // The reader of parts says of an end that comes too early that it is one of the stream.
            IsMalformedForm = true;
        }
    }

    internal void NoteEmpty() => Scan = JsonScan.Of([]);

    /// <summary>Notes what the server said of content that it could not read.</summary>
    internal void Note(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                IsOverLimit = true;
                break;
            case BadHttpRequestException:
                IsIncomplete = true;
                break;
            case ContentRefusedException when !HasFailed:
                // Longer than memory can hold in one piece.
                IsOverLimit = true;
                break;
        }
    }

    internal void NoteOverLimit() => IsOverLimit = true;

    internal void NoteOverBudget() => IsOverBudget = true;

    private async Task<bool> TryBufferAsync(HttpContext context, long? limit)
    {
        if (HasFailed || _buffered.TryRewind(context))
        {
            return !HasFailed;
        }

        try
        {
            await _buffered.ReadAsync(context, limit);
            return true;
        }
        catch (Exception e) when (e is BadHttpRequestException or ContentRefusedException)
        {
            Note(e);
            return false;
        }
    }

    /// <summary>Gives back the buffer, and then to the budget what was held for it. Can be called more than once.</summary>
    internal void Drop(HttpContext context)
    {
        _buffered.End(context);
        Release();
    }

    internal void End(HttpContext context)
    {
        _counted?.End();
        _counted = null;
        Drop(context);
        _budget = null;
        IsOverLimit = false;
        IsOverBudget = false;
        IsIncomplete = false;
        IsMalformedForm = false;
        Scan = default;
    }

    private void Release()
    {
        _budget?.Give(_held);
        _held = 0;
    }
}
