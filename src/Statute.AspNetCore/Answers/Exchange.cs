using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Deferred;
using Statute.AspNetCore.Routing;
using Statute.Judging;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// One request and its answer while Statute holds them. Between <see cref="Begin"/> and <see cref="End"/> it belongs to one request;
/// then to the next for which the server uses the same features, so that a pass allocates nothing.
/// </summary>
internal sealed class Exchange
{
    private static readonly Func<object, Task> JudgeStart = static exchange =>
    {
        var it = (Exchange)exchange;
        it.Owner.JudgeStart(it);
        return Task.CompletedTask;
    };

    private readonly MaxContentLengthFeature _limit = new();
    private readonly AnswerGate _gate;
    private Stream? _content;
    private PathString _leftAlone;
    private Endpoint? _ran;

    internal Exchange(AnswerMiddleware owner, int maxFieldCount)
    {
        Owner = owner;
        FieldSizes = new FieldSizes(maxFieldCount);
        _gate = new AnswerGate(this);
        Selection = new EndpointSelection(this);
    }

    internal AnswerMiddleware Owner { get; }

    internal HttpContext Context { get; private set; } = null!;

    /// <summary>What a stage refused, or a pass.</summary>
    internal Verdict Verdict { get; private set; }

    /// <summary>What the handler refused in words of its own, or null.</summary>
    internal Refusal? Refusal { get; private set; }

    /// <summary>What the handler has failed with, or whatever nobody caught; null for nothing.</summary>
    internal Exception? Error { get; set; }

    /// <summary>The status outside the table that the answer had; null where it had none.</summary>
    internal int? OriginalStatus { get; set; }

    /// <summary>The entity tag of what a conflict is about, or null.</summary>
    internal string? CurrentTag { get; set; }

    /// <summary>What is known of the content while it is received.</summary>
    internal ReceivedContent Received { get; } = new();

    /// <summary>Whether authentication and authorization have let the request through.</summary>
    internal bool IdentityPassed { get; set; }

    /// <summary>Whether the application's endpoint was reached, so that what is answered may be its own.</summary>
    internal bool HasReachedEndpoint { get; set; }

    /// <summary>Whether the endpoint was found at a second look, so that a CORS middleware in front of us has not seen it.</summary>
    internal bool FoundAtSecondLook { get; set; }

    /// <summary>Whether the path belongs to endpoints that Statute leaves alone, so that routing's own answer stands.</summary>
    internal bool IsLeftAlone { get; set; }

    /// <summary>Which endpoint is selected.</summary>
    internal EndpointSelection Selection { get; }

    /// <summary>The request as it came to us.</summary>
    internal RequestLine Line { get; set; }

    /// <summary>Whether the path was looked up; whoever selects another endpoint from then on has it judged at once.</summary>
    internal bool IsRouted { get; set; }

    /// <summary>The endpoint that has passed the first stage, or null.</summary>
    internal Endpoint? Judged { get; set; }

    /// <summary>The content as the server gave it, below whatever the application put around it.</summary>
    internal Stream Content => _content!;

    internal AnswerGate Gate => _gate;

    internal FieldSizes FieldSizes { get; }

    internal long? MaxContentLength
    {
        get => _limit.MaxRequestBodySize;
        set => _limit.MaxRequestBodySize = value;
    }

    /// <summary>Whether a refusal can still take the place of what was answered so far.</summary>
    internal bool MayRefuse => !_gate.HasGiven && !Context.Response.HasStarted;

    internal void Begin(HttpContext context)
    {
        Context = context;
        Verdict = Verdict.Pass;
        Refusal = null;
        Error = null;
        CurrentTag = null;
        OriginalStatus = null;
        IdentityPassed = false;
        HasReachedEndpoint = false;
        FoundAtSecondLook = false;
        IsLeftAlone = false;
        IsRouted = false;
        Judged = null;
        _content = context.Request.Body;
        _gate.Begin(context.Features);
        _limit.Begin(context.Features);
        Selection.Begin(context.Features);
        context.Features.Set(this);
        // What is registered first runs last: whatever the application sets while the answer starts is seen.
        context.Features.GetRequiredFeature<IHttpResponseFeature>().OnStarting(JudgeStart, this);
    }

    /// <summary>
    /// An endpoint is about to run. Where it is the one that has run already (a middleware that tries again), nothing of the first time
    /// stands: neither what was refused nor what was written and is still here.
    /// </summary>
    internal void BeginRun(Endpoint? endpoint)
    {
        if (_ran == endpoint && MayRefuse)
        {
            if (!Verdict.IsPass || Refusal is not null)
            {
                Context.Response.StatusCode = StatusCodes.Status200OK;
            }

            Verdict = Verdict.Pass;
            Refusal = null;
            Error = null;
            CurrentTag = null;
            _gate.Reopen();
        }

        _ran = endpoint;
    }

    /// <summary>Notes what a stage refused; the answer is written when everything within has ended.</summary>
    internal void Refuse(Verdict verdict, StatusRow row)
    {
        Verdict = verdict;
        Context.Response.StatusCode = row.Code;
        TurnStatusPagesOff();
    }

    /// <summary>The application's status code pages would redirect, or run it again, for an answer that the table makes.</summary>
    internal void TurnStatusPagesOff()
    {
        if (Context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }
    }

    /// <summary>Notes what the handler refused. The last word counts.</summary>
    /// <exception cref="InvalidOperationException">The table has no such row.</exception>
    internal void Refuse(Refusal refusal)
    {
        var row = Owner.Table.Find(refusal.Code) ?? throw new InvalidOperationException(
            $"A handler refuses with {refusal.Code}, which the table has no row for. Refuse with a row of the table, or add the row.");
        Verdict = Verdict.Pass;
        Refusal = refusal;
        Context.Response.StatusCode = row.Code;
    }

    /// <summary>Notes an exception that nobody caught.</summary>
    internal void Fail(Exception error)
    {
        Error = error;
        Refuse(Verdict.Refuse(ProblemType.UnexpectedError), Owner.Table.RowOf(ProblemType.UnexpectedError));
    }

    /// <summary>The answer was judged before: it leaves as it is.</summary>
    internal void LetPass() => IsLeftAlone = true;

    /// <summary>Sets the limit of content where nobody has set one of its own.</summary>
    internal void LimitContent(long limit) => _limit.SetDefault(limit);

    /// <summary>Takes that limit back: the request turns out to be one that is left alone.</summary>
    internal void UnlimitContent() => _limit.UnsetDefault();

    /// <summary>Notes that the path belongs to endpoints that are left alone.</summary>
    internal void LeaveAlone(PathString path)
    {
        IsLeftAlone = true;
        _leftAlone = path;
    }

    /// <summary>Whether that was said of this path: of another, to which somebody has changed it, it was not.</summary>
    internal bool LeavesAlone(PathString path) => IsLeftAlone && path == _leftAlone;

    /// <summary>What a handler wrote before it failed is no part of the answer that others make of its failure.</summary>
    internal void ForgetUnsent()
    {
        if (MayRefuse)
        {
            _gate.Reopen();
        }
    }

    internal void LiftLimit() => _limit.Lift();

    /// <summary>Lowers the limit to what can be held at all.</summary>
    internal void CapContent(long most) => _limit.Cap(most);

    /// <summary>Content of an unknown length is counted by us from here on, and no longer by the server.</summary>
    internal void CountContent()
    {
        _limit.Lift();
        Received.Count(Context, _limit);
    }

    internal void End()
    {
        Received.End(Context);
        _gate.End(Context.Features);
        _limit.End(Context.Features);
        Selection.End(Context);
        Context.Features.Set<Exchange>(null);
        // The context stays: the server starts an answer without content after this, and its status is judged then.
        _content = null;
        _ran = null;
        Line = default;
    }
}
