using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Whether an endpoint binds parameters from a form, so that the form is read before the handler runs.</summary>
internal static class FormBinding
{
    internal static bool Reads(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ActionDescriptor>() is { } action
        ? action.Parameters.Any(p => p.BindingInfo?.BindingSource is { } source && IsForm(source))
        : endpoint.Metadata.OfType<IParameterBindingMetadata>().Any(Binds);

    private static bool IsForm(BindingSource source) => source == BindingSource.Form || source == BindingSource.FormFile;

    internal static bool Binds(IParameterBindingMetadata parameter)
    {
        var info = parameter.ParameterInfo;
        return info.GetCustomAttributes(inherit: true).Any(a => a is IFromFormMetadata)
            || info.ParameterType == typeof(IFormFile)
            || info.ParameterType == typeof(IFormFileCollection)
            || info.ParameterType == typeof(IFormCollection);
    }
}
