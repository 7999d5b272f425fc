using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Controllers;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Tries the route, query and header parameters of an endpoint as its binder will. A binder may read the content first, and tells
/// of one fault at most; a parameter that cannot be read is the higher problem.
/// </summary>
internal sealed class ParameterTrial
{
    private readonly List<HandlerParameter> _parameters = [];
    private readonly ActionParameters? _action;

    private ParameterTrial(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action)
        {
            _action = new ActionParameters(action) is { IsEmpty: false } parameters ? parameters : null;
            return;
        }

        foreach (var metadata in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
        {
            if (HandlerParameter.Of(endpoint, metadata) is { } parameter)
            {
                _parameters.Add(parameter);
            }
        }
    }

    /// <summary>The names of the parameters.</summary>
    internal IReadOnlyCollection<string> Names => _action?.Names ?? [.. _parameters.Select(parameter => parameter.Name)];

    internal static ParameterTrial Of(Endpoint endpoint) => new(endpoint);

    internal IReadOnlyList<ProblemError> FaultsOf(HttpContext context)
    {
        var faults = new List<ProblemError>();
        foreach (var parameter in _parameters)
        {
            if (parameter.FaultOf(context) is { } fault)
            {
                faults.Add(fault);
            }
        }

        _action?.AddFaults(context, faults);
        return faults;
    }
}
