using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Statute.Jobs.Start;

/// <summary>The parameters of a handler that are read from header fields, which a job may not have.</summary>
internal static class HeaderParameters
{
    /// <summary>The name of each, and of its field.</summary>
    internal static IEnumerable<(string Parameter, string Field)> Of(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ActionDescriptor>() is { } action ? OfAction(action) : OfHandler(endpoint);

    private static IEnumerable<(string Parameter, string Field)> OfAction(ActionDescriptor action) =>
        from parameter in action.Parameters
        let binding = parameter.BindingInfo
        where binding?.BindingSource == BindingSource.Header
        select (parameter.Name, binding.BinderModelName ?? parameter.Name);

    private static IEnumerable<(string Parameter, string Field)> OfHandler(Endpoint endpoint) =>
        from parameter in endpoint.Metadata.OfType<IParameterBindingMetadata>()
        from header in parameter.ParameterInfo.GetCustomAttributes(inherit: true).OfType<IFromHeaderMetadata>()
        select (parameter.Name, header.Name ?? parameter.Name);
}
