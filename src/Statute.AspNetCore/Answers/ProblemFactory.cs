using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Endpoints;
using Statute.Judging;
using Statute.Problems;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Makes the problem that a refusal says: of what a stage or the handler refused, or of what the application left under a row.
/// </summary>
internal sealed class ProblemFactory(IOptions<StatuteOptions> options, EndpointRulesCache rules, ProblemCustomization customization)
{
    private readonly StatuteOptions _options = options.Value;

    /// <summary>Whether the application's own body is the content of the refusal, see <see cref="KeepBodyAttribute"/>.</summary>
    internal bool KeepsBody(Exchange exchange)
    {
        var response = exchange.Context.Response;
        return response.StatusCode < StatusCodes.Status500InternalServerError
            && !exchange.Gate.Withheld.Written.IsEmpty
            && IsMarkedToKeep(exchange)
            && !IsOfStage(exchange)
            && exchange.Refusal is null
            && response.ContentType?.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase) != true;
    }

    /// <summary>
    /// Whether the application's own words may still come: its body where that is kept, and the members of JSON, which mean nothing before
    /// the last of them is there.
    /// </summary>
    internal bool AwaitsWords(Exchange exchange)
    {
        var response = exchange.Context.Response;
        return response.StatusCode < StatusCodes.Status500InternalServerError
            && !exchange.Gate.Withheld.Overflowed
            && (IsMarkedToKeep(exchange) || response.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>What was refused by a stage, or as only the end shows. A pass where only the status tells.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="body">What the application wrote, see <see cref="WordsOf"/>.</param>
    internal Verdict VerdictOf(Exchange exchange, ForeignBody body)
    {
        var status = exchange.Context.Response.StatusCode;
        if (IsOfStage(exchange))
        {
            return exchange.Verdict;
        }

        return exchange.Refusal is not null ? Verdict.Pass : status switch
        {
            StatusCodes.Status404NotFound => OfMissing(exchange),
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden when !exchange.HasReachedEndpoint => OfIdentity(status),
            StatusCodes.Status409Conflict when exchange.OriginalStatus == StatusCodes.Status412PreconditionFailed => OfCondition(exchange),
            StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity => OfContent(exchange, body),
            StatusCodes.Status500InternalServerError => Verdict.Refuse(ProblemType.UnexpectedError),
            _ => Verdict.Pass,
        };
    }

    /// <summary>The row that is answered.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="verdict">See <see cref="VerdictOf"/>.</param>
    internal StatusRow RowOf(Exchange exchange, in Verdict verdict)
    {
        var status = exchange.Context.Response.StatusCode;
        // A handler that answers 422 itself means 422, also where the table answers broken constraints with another row.
        var isItsOwn = verdict.IsPass
            || (verdict.Problem == ProblemType.InvalidContent && status == StatusCodes.Status422UnprocessableEntity);
        return isItsOwn ? _options.Table.Find(status)! : _options.Table.RowOf(verdict.Problem);
    }

    /// <summary>The application's own words, where it has refused by itself and left any that may be said.</summary>
    internal ForeignBody WordsOf(Exchange exchange)
    {
        if ((IsOfStage(exchange) && !IsOfIdentity(exchange.Verdict)) || exchange.Refusal is not null)
        {
            return ForeignBody.Nothing;
        }

        var response = exchange.Context.Response;
        var written = ContentDecoding.Decode(exchange.Gate.Withheld.Written, response.Headers.ContentEncoding);
        var body = ProblemReader.Read(written.Span, response.ContentType);
        return body.Detail is { } detail && FailureOf(exchange) is BadHttpRequestException { Message: { Length: > 0 } message }
            && detail.Contains(message, StringComparison.Ordinal)
            ? body.WithoutDetail()
            : body;
    }

    /// <summary>Makes the problem.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="verdict">See <see cref="VerdictOf"/>.</param>
    /// <param name="row">The row that is answered.</param>
    /// <param name="body">See <see cref="WordsOf"/>.</param>
    /// <param name="incident">The incident's id.</param>
    internal Problem Create(Exchange exchange, in Verdict verdict, StatusRow row, ForeignBody body, string incident)
    {
        var refusal = exchange.Refusal;
        var type = refusal?.Type ?? (verdict.IsPass ? $"{row.Code}" : verdict.Problem.Name());
        var problem = Problem.From(
            row,
            IsReference(type) ? type : _options.TypeOf(type),
            refusal is null ? verdict.Detail : refusal.Detail,
            !verdict.IsPass && body.Faults.Count > 0 ? body.WithoutFaults() : body,
            incident,
            exchange.Context.Response.Headers.RetryAfter.Count > 0,
            refusal?.Errors ?? verdict.Errors);
        // Of a body below 500 the application has made it, and what it adds to problems is there already.
        return body == ForeignBody.Nothing || row.Code >= StatusCodes.Status500InternalServerError
            ? customization.Apply(exchange, problem)
            : problem;
    }

    /// <summary>What somebody further in has caught, and has made an answer of.</summary>
    private static Exception? FailureOf(Exchange exchange) => exchange.Context.Features.Get<IExceptionHandlerFeature>()?.Error;

    private bool IsMarkedToKeep(Exchange exchange) =>
        AnsweringEndpoint.Of(exchange.Context) is { } endpoint and not OwnEndpoint && rules.Of(endpoint).KeepsBody;

    private bool IsOfStage(Exchange exchange) =>
        !exchange.Verdict.IsPass
        && _options.Table.RowOf(exchange.Verdict.Problem).Code == exchange.Context.Response.StatusCode;

    /// <summary>Schemes and authorization of the application may say in their own words why they refuse.</summary>
    private static bool IsOfIdentity(in Verdict verdict) => verdict.Problem is ProblemType.Unauthorized or ProblemType.Forbidden;

    /// <summary>Authorization that the application has placed itself has refused.</summary>
    private static Verdict OfIdentity(int status) => Judge.Identity(new IdentityFacts
    {
        Challenged = status == StatusCodes.Status401Unauthorized,
        Denied = status == StatusCodes.Status403Forbidden,
    });

    /// <summary>Only a condition that there be nothing fails because something is there.</summary>
    private static Verdict OfCondition(Exchange exchange) => exchange.Context.Request.Headers.IfNoneMatch.Count > 0
        ? Verdict.Refuse(ProblemType.AlreadyExists)
        : Verdict.Refuse(ProblemType.EditConflict, "What is here is not what a condition of the request names. Read it, and name that.");

    private static bool IsReference(string type) => type.AsSpan().ContainsAny(':', '/');

    /// <summary>Nobody serves the path, or somebody does, and what it names is not there.</summary>
    private Verdict OfMissing(Exchange exchange) => AnsweringEndpoint.Of(exchange.Context)?.RequestDelegate is not null
        ? Verdict.Refuse(ProblemType.ResourceNotFound)
        : Judge.Route(new RouteFacts
        {
            Limits = _options.HeadLimits,
            Method = exchange.Context.Request.Method,
            MethodKnown = true,
            Path = PathMatch.Missing,
        });

    /// <summary>What .NET's binders and validators say with 400 is told apart: parameters, content, and what either breaks.</summary>
    private Verdict OfContent(Exchange exchange, ForeignBody body)
    {
        var endpoint = AnsweringEndpoint.Of(exchange.Context);
        if (endpoint is null or OwnEndpoint || rules.Of(endpoint).Content is not { } content)
        {
            return Verdict.Pass;
        }

        return body.Faults.Count > 0 ? content.JudgeValidation(exchange, body.Faults) : content.JudgeValues(exchange);
    }
}
