using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Stands before the server's own response body and judges the answer when its first bytes are to be sent: what passes goes to the server
/// untouched, what is to be refused is withheld until the handler has ended, and a HEAD keeps its fields and loses its content.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The stream holds nothing of its own; it lives and ends with the gate.")]
internal sealed class AnswerGate : IHttpResponseBodyFeature
{
    private readonly Exchange _exchange;
    private readonly GateWriter _writer;
    private readonly GateStream _stream;
    private IHttpResponseBodyFeature? _server;
    private GateState _state;

    /// <summary>The status under which it was decided.</summary>
    private int _judged;

    internal AnswerGate(Exchange exchange)
    {
        _exchange = exchange;
        _writer = new GateWriter(this);
        _stream = new GateStream(this);
    }

    public Stream Stream => _stream;

    public PipeWriter Writer => _writer;

    internal IHttpResponseBodyFeature Server => _server ?? throw new ObjectDisposedException(nameof(AnswerGate), "The request has ended.");

    /// <summary>
    /// What was decided. An answer that was let pass, of which nothing has left and whose status is another one now, is open again: its
    /// first write has failed, and somebody else answers.
    /// </summary>
    internal GateState State =>
        _state is GateState.Passing or GateState.Discarding && _judged != _exchange.Context.Response.StatusCode && _exchange.MayRefuse
            ? GateState.Open
            : _state;

    /// <summary>Whether the server has got what cannot be called back, though it may have sent nothing yet.</summary>
    internal bool HasGiven { get; private set; }

    /// <summary>What the handler wrote, and what is not sent.</summary>
    internal WithheldContent Withheld { get; } = new();

    public void DisableBuffering() => Server.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) =>
        Decide() == GateState.Withheld ? Task.CompletedTask : Server.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        switch (Decide())
        {
            case GateState.Withheld:
                Withheld.Overflow();
                return RefuseEarlyAsync();
            case GateState.Discarding:
                return Server.StartAsync(cancellationToken);
            case GateState.Open or GateState.Unsent or GateState.Passing:
                return Server.SendFileAsync(path, offset, count, cancellationToken);
        }

        return Task.CompletedTask;
    }

    public Task CompleteAsync() =>
        Decide() == GateState.Withheld ? _exchange.Owner.RefuseAsync(_exchange) : Server.CompleteAsync();

    /// <summary>
    /// Judges the answer by its status as it stands now. Called whenever bytes are to be sent; an answer that passes is judged once.
    /// </summary>
    internal GateState Decide()
    {
        switch (State)
        {
            case GateState.Open or GateState.Unsent:
                ObjectDisposedException.ThrowIf(_server is null, this);
                Become(_exchange.Owner.Judge(_exchange));
                break;
            case GateState.Withheld:
                Become(_exchange.Owner.JudgeWithheld(_exchange));
                break;
            case GateState.Passing or GateState.Discarding:
                break;
        }

        return State;
    }

    /// <summary>Memory of ours for whoever writes.</summary>
    internal Memory<byte> GetPlace(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_server is null, this);
        return Withheld.GetMemory(sizeHint);
    }

    /// <summary>
    /// Takes bytes that were written and that nobody has asked to be sent. They stay here, as long as they are few: what fails before they
    /// leave is refused as if they had never been written. An answer that is left alone is not kept back.
    /// </summary>
    internal void Keep(ReadOnlySpan<byte> content)
    {
        ObjectDisposedException.ThrowIf(_server is null, this);
        var (isFirst, wasTooMuch) = (State == GateState.Open, Withheld.IsTooMuch);
        Withheld.Append(content);
        if (isFirst)
        {
            _state = GateState.Unsent;
        }

        if (State == GateState.Withheld || wasTooMuch || (isFirst && !_exchange.Owner.IsHeld(_exchange)))
        {
            Decide();
        }

        if (wasTooMuch && State == GateState.Passing)
        {
            // What the server has cannot be called back: it counts as started, so that nobody writes another answer behind it. It waits
            // only where the application has something to do first that waits.
            Server.StartAsync().GetAwaiter().GetResult();
        }
    }

    /// <summary>The refusal leaves; what the handler still writes is dropped.</summary>
    internal void Discard()
    {
        _state = GateState.Discarding;
        HasGiven = true;
    }

    /// <summary>Who flushes a refused stream, or writes more than is kept, leaves no client waiting for the handler's end.</summary>
    internal Task RefuseEarlyAsync() => _exchange.Owner.RefuseEarlyAsync(_exchange);

    /// <summary>The server's writer, for content that goes to it at once.</summary>
    internal PipeWriter Give()
    {
        HasGiven = true;
        return Server.Writer;
    }

    /// <summary>Whoever ends the content by a failure has failed; the server would take it for the end of the connection.</summary>
    internal bool TryFail(Exception? failure)
    {
        if (failure is null || !_exchange.MayRefuse || !_exchange.Owner.IsHeld(_exchange))
        {
            return false;
        }

        Reopen();
        _exchange.Fail(failure);
        return true;
    }

    /// <summary>Forgets what was written and not sent: the handler, or whoever handles its exception, begins anew.</summary>
    internal void Reopen()
    {
        Withheld.Clear();
        _writer.Reset();
        _state = GateState.Open;
    }

    internal void Begin(IFeatureCollection features)
    {
        _server = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        _state = GateState.Open;
        HasGiven = false;
        features.Set<IHttpResponseBodyFeature>(this);
    }

    internal void End(IFeatureCollection features)
    {
        if (_server is null)
        {
            return;
        }

        features.Set(_server);
        _server = null;
        Reopen();
    }

    private void Become(GateState state)
    {
        _state = state;
        _judged = _exchange.Context.Response.StatusCode;
        switch (state)
        {
            case GateState.Passing when !Withheld.Written.IsEmpty:
                Withheld.MoveTo(Server.Writer, isFree: !_writer.HasPlace);
                HasGiven = true;
                break;
            case GateState.Withheld when Withheld.IsTooMuch:
                Withheld.Overflow();
                break;
            case GateState.Open or GateState.Unsent or GateState.Passing or GateState.Discarding or GateState.Withheld:
                break;
        }
    }
}
