using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Stands before the server's own response body and judges the answer at its first write: what passes goes to the server untouched,
/// what is to be refused is withheld until the handler has ended, and a HEAD keeps its fields and loses its content.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The stream holds nothing of its own; it lives and ends with the gate.")]
internal sealed class AnswerGate : IHttpResponseBodyFeature
{
    private readonly Exchange _exchange;
    private readonly GateWriter _writer;
    private readonly GateStream _stream;
    private IHttpResponseBodyFeature? _server;

    internal AnswerGate(Exchange exchange)
    {
        _exchange = exchange;
        _writer = new GateWriter(this);
        _stream = new GateStream(this);
    }

    public Stream Stream => _stream;

    public PipeWriter Writer => _writer;

    internal IHttpResponseBodyFeature Server => _server ?? throw new ObjectDisposedException(nameof(AnswerGate), "The request has ended.");

    internal GateState State { get; private set; }

    /// <summary>What the handler wrote under a refused status.</summary>
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
                return Task.CompletedTask;
            case GateState.Discarding:
                return Server.StartAsync(cancellationToken);
            case GateState.Open or GateState.Passing:
                return Server.SendFileAsync(path, offset, count, cancellationToken);
        }

        return Task.CompletedTask;
    }

    public Task CompleteAsync() =>
        Decide() == GateState.Withheld ? _exchange.Owner.RefuseAsync(_exchange) : Server.CompleteAsync();

    /// <summary>Judges the answer by its status as it stands now. Called at every write; an answer that passes
    /// is judged once.</summary>
    internal GateState Decide()
    {
        switch (State)
        {
            case GateState.Open:
                ObjectDisposedException.ThrowIf(_server is null, this);
                State = _exchange.Owner.Judge(_exchange);
                break;
            case GateState.Withheld:
                State = _exchange.Owner.JudgeWithheld(_exchange);
                break;
            case GateState.Passing or GateState.Discarding:
                break;
        }

        return State;
    }

    /// <summary>The refusal leaves; what the handler still writes is dropped.</summary>
    internal void Discard() => State = GateState.Discarding;

    /// <summary>Forgets what was withheld: the handler, or whoever handles its exception, begins anew.</summary>
    internal void Reopen()
    {
        Withheld.Clear();
        _writer.Reset();
        State = GateState.Open;
    }

    internal void Begin(IFeatureCollection features)
    {
        _server = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        State = GateState.Open;
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
}
