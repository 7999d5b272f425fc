using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Content;
using Statute.Judging;
using Statute.Problems;

namespace Statute.AspNetCore.Endpoints;

/// <summary>What of the content an endpoint binds, and how faults in it and in the parameters are found and named.</summary>
internal sealed class ContentRules
{
    private static readonly ProblemError[] Null = [new("The content is null; a value is needed here.", "#")];

    private readonly ParameterTrial _parameters;
    private readonly MemberNames _names;
    private readonly FormTrial _form;
    private readonly IRequestDemands? _demands;

    internal ContentRules(Endpoint endpoint, JsonBinding? json, IServiceProvider services)
    {
        Json = json;
        _demands = endpoint.Metadata.GetMetadata<IRequestDemands>();
        ReadsForm = FormBinding.Reads(endpoint);
        _parameters = ParameterTrial.Of(endpoint);
        _form = FormTrial.Of(endpoint);
        _names = new MemberNames(json?.Type, _parameters.Names, json?.Parameter);
    }

    /// <summary>What is bound from JSON, or null.</summary>
    internal JsonBinding? Json { get; }

    /// <summary>Whether parameters are bound from a form.</summary>
    internal bool ReadsForm { get; }

    /// <summary>
    /// Up to what length the content of a request is read as a whole before the handler runs, whatever it is; null where it is not.
    /// </summary>
    internal long? MaxKeptContent(HttpContext context) => _demands?.MaxKeptContent(context);

    /// <summary>What is wrong with the fields that are no parameters of the handler; null for nothing.</summary>
    internal ProblemError? FieldFault(HttpContext context) => _demands?.FieldFault(context);

    /// <summary>The parameters that cannot be read. Asked on the way to a refusal only.</summary>
    internal IReadOnlyList<ProblemError> ParameterFaults(HttpContext context)
    {
        var faults = _parameters.FaultsOf(context);
        return FieldFault(context) is { } fault ? [.. faults, fault] : faults;
    }

    /// <summary>Judges what was received.</summary>
    internal Verdict Judge(Exchange exchange) => Judge(exchange, null);

    /// <summary>Judges content of which something is known to be no value of its type.</summary>
    internal Verdict JudgeValues(Exchange exchange) => Judge(
        exchange,
        exchange.Received.Scan.IsNull ? Null : ReadsForm ? [.. _form.FaultsOf(exchange.Context).Select(Named)] : TypeFaults(exchange));

    /// <summary>Judges content that was read, and whose binding has failed: a pass where it is not the content's fault.</summary>
    internal Verdict ValueFaults(Exchange exchange) =>
        TypeFaults(exchange) is { Count: > 0 } faults ? Judge(exchange, faults) : Verdict.Pass;

    /// <summary>Judges what validation found: faults by the names that .NET gives them, each with its words.</summary>
    internal Verdict JudgeValidation(Exchange exchange, IReadOnlyList<KeyValuePair<string, string>> found)
    {
        var hasNothing = exchange.Context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true;
        if (Json is not null && hasNothing && found.Any(fault => fault.Key.Length == 0))
        {
            exchange.Received.NoteEmpty();
            return Judge(exchange);
        }

        if (exchange.Received.Scan.IsNull)
        {
            return Judge(exchange, Null);
        }

        // A value of the wrong type is told of in words that name types of .NET; ours take their place.
        var faults = found.Any(IsOfSerializer) ? TypeFaults(exchange) : [];
        return Judge(exchange, faults.Count > 0 ? faults : [.. found.Select(Named)]);
    }

    private Verdict Judge(Exchange exchange, IReadOnlyList<ProblemError>? faults)
    {
        var received = exchange.Received;
        return Judging.Judge.Content(new ContentFacts
        {
            ParameterFaults = ParameterFaults(exchange.Context),
            IsOverBudget = received.IsOverBudget,
            IsOverLimit = received.IsOverLimit,
            MaxContentLength = exchange.MaxContentLength,
            IsIncomplete = received.IsIncomplete,
            Scan = received.Scan,
            IsMalformed = received.IsMalformedForm,
            Faults = faults,
        });
    }

    private IReadOnlyList<ProblemError> TypeFaults(Exchange exchange)
    {
        var content = exchange.Received.Bytes;
        if (content.IsEmpty || Json?.Type is not { } type)
        {
            return [];
        }

        if (content.Length > FirstFault.MostSearched && !exchange.Received.Scan.HasHugeNumber)
        {
            return FirstFault.Of(content.Span, type);
        }

        using var document = JsonDocument.Parse(content);
        return ContentWalk.FaultsOf(document.RootElement, type, exchange.Received.Scan.HasHugeNumber);
    }

    /// <summary>A converter or a constructor that fails without a place fails for the whole content, which has no name.</summary>
    private static bool IsOfSerializer(KeyValuePair<string, string> fault) => fault.Key.Length == 0 || fault.Key.StartsWith('$');

    private ProblemError Named(KeyValuePair<string, string> fault) =>
        _names.Name(fault.Key, Words(fault)) with { Name = fault.Key };

    private static string Words(KeyValuePair<string, string> fault) =>
        fault.Key.StartsWith('$') ? "The value is not of the type that is expected here." : fault.Value;
}
