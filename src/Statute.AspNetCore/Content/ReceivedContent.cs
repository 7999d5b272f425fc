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
    private readonly BufferedContent _buffered = new();
    private ContentBudget? _budget;
    private long _held;
    private CountedStream? _counted;

    /// <summary>What is held of the budget, in bytes.</summary>
    internal long Held => _held;

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

    /// <summary>Takes a declared length from the budget; false where it does not fit now.</summary>
    internal bool TryHold(ContentBudget budget, long bytes)
    {
        if (!budget.TryTake(bytes))
        {
            return false;
        }

        _budget = budget;
        _held += bytes;
        return true;
    }

    /// <summary>Counts content of an unknown length as it is read.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">Tells the limit; a handler may still change it.</param>
    /// <param name="budget">Where what is read is taken from; null for content that is not counted there.</param>
    internal void Count(HttpContext context, IHttpMaxRequestBodySizeFeature limit, ContentBudget? budget)
    {
        _counted = new CountedStream(context.Request.Body, this, limit, budget);
        context.Request.Body = _counted;
    }

    /// <summary>Reads JSON content to its end and looks it over. Whatever fails is noted here.</summary>
    internal async Task ReadJsonAsync(HttpContext context)
    {
        if (!await TryBufferAsync(context))
        {
            return;
        }

        Scan = JsonScan.Of(_buffered.Bytes.Span);
        if (Scan.Fault == JsonFault.None)
        {
            _buffered.Install(context);
        }
    }

    /// <summary>Reads content to its end, whatever it is. Whatever fails is noted here.</summary>
    internal async Task ReadAsync(HttpContext context)
    {
        if (await TryBufferAsync(context))
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

    private async Task<bool> TryBufferAsync(HttpContext context)
    {
        try
        {
            await _buffered.ReadAsync(context);
            return true;
        }
        catch (Exception e) when (e is BadHttpRequestException or ContentRefusedException)
        {
            Note(e);
            return false;
        }
    }

    /// <summary>Gives back to the budget what is held of it. Can be called more than once.</summary>
    internal void Release()
    {
        _budget?.Give(_held);
        _budget = null;
        _held = 0;
    }

    internal void End(HttpContext context)
    {
        Release();
        _counted?.End();
        _counted = null;
        _buffered.End(context);
        IsOverLimit = false;
        IsOverBudget = false;
        IsIncomplete = false;
        IsMalformedForm = false;
        Scan = default;
    }
}
