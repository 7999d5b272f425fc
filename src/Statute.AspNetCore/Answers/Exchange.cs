using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Routing;
using Statute.Judging;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// One request and its answer while Statute holds them. Between <see cref="Begin"/> and <see cref="End"/> it belongs to one request;
/// then to the next for which the server uses the same features, so that a pass allocates nothing.
/// </summary>
internal sealed class Exchange
{
    private readonly MaxContentLengthFeature _limit = new();
    private readonly AnswerGate _gate;
    private Stream? _content;

    internal Exchange(AnswerMiddleware owner, int maxFieldCount)
    {
        Owner = owner;
        FieldSizes = new FieldSizes(maxFieldCount);
        _gate = new AnswerGate(this);
    }

    internal AnswerMiddleware Owner { get; }

    internal HttpContext Context { get; private set; } = null!;

    /// <summary>What a stage refused, or a pass.</summary>
    internal Verdict Verdict { get; private set; }

    /// <summary>Whether authentication and authorization have let the request through.</summary>
    internal bool IdentityPassed { get; set; }

    /// <summary>Whether the endpoint was found at a second look, so that a CORS middleware in front of us has not seen it.</summary>
    internal bool FoundAtSecondLook { get; set; }

    /// <summary>Whether the path belongs to endpoints that Statute leaves alone, so that routing's own answer stands.</summary>
    internal bool IsLeftAlone { get; set; }

    /// <summary>The content as the server gave it, below whatever the application put around it.</summary>
    internal Stream Content => _content!;

    internal AnswerGate Gate => _gate;

    internal FieldSizes FieldSizes { get; }

    internal long? MaxContentLength
    {
        get => _limit.MaxRequestBodySize;
        set => _limit.MaxRequestBodySize = value;
    }

    internal void Begin(HttpContext context, StatuteOptions options)
    {
        Context = context;
        Verdict = Verdict.Pass;
        IdentityPassed = false;
        FoundAtSecondLook = false;
        IsLeftAlone = false;
        _content = context.Request.Body;
        _gate.Begin(context.Features);
        _limit.Begin(context.Features, options.MaxContentLength);
        context.Features.Set(this);
    }

    /// <summary>Notes what a stage refused; the answer is written when everything within has ended.</summary>
    internal void Refuse(Verdict verdict, StatusRow row)
    {
        Verdict = verdict;
        Context.Response.StatusCode = row.Code;
    }

    internal void LiftLimit() => _limit.Lift();

    internal void End()
    {
        _gate.End(Context.Features);
        _limit.End(Context.Features);
        Context.Features.Set<Exchange>(null);
        Context = null!;
        _content = null;
    }
}
