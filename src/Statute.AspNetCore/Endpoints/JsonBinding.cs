using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;
using MvcJson = Microsoft.AspNetCore.Mvc.JsonOptions;

namespace Statute.AspNetCore.Endpoints;

/// <summary>That an endpoint binds its content from JSON, and to what. Streams, pipes and forms are not bound from JSON.</summary>
/// <param name="Parameter">The name of the parameter that takes the content.</param>
/// <param name="Type">What the serializer knows of the type; null where it knows nothing.</param>
/// <param name="IsRequired">Whether the endpoint is known not to run without content.</param>
internal sealed record JsonBinding(string? Parameter, JsonTypeInfo? Type, bool IsRequired)
{
    internal static JsonBinding? Of(Endpoint endpoint, IOptions<HttpJson> http, IOptions<MvcJson> mvc)
    {
        if (endpoint.Metadata.GetMetadata<ActionDescriptor>() is { } action)
        {
            // Whether an action runs without content is decided by its model state.
            return action.Parameters.FirstOrDefault(p => p.BindingInfo?.BindingSource == BindingSource.Body) is { } body
                ? new JsonBinding(body.Name, TypeOf(mvc.Value.JsonSerializerOptions, body.ParameterType), false)
                : null;
        }

        var accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts?.RequestType is not { } type || ParameterOf(endpoint, type) is not { } parameter)
        {
            return null;
        }

        return new JsonBinding(parameter, TypeOf(http.Value.SerializerOptions, type), !accepts.IsOptional);
    }

    /// <summary>An endpoint may declare a type that it reads by itself; what a parameter has is read by the binder.</summary>
    private static string? ParameterOf(Endpoint endpoint, Type type) =>
        typeof(Stream).IsAssignableFrom(type) || type == typeof(PipeReader)
            ? null
            : endpoint.Metadata.OfType<IParameterBindingMetadata>()
                .FirstOrDefault(p => p.ParameterInfo.ParameterType == type && !FormBinding.Binds(p))?.Name;

    private static JsonTypeInfo? TypeOf(JsonSerializerOptions options, Type type) =>
        options.TryGetTypeInfo(type, out var info) ? info : null;
}
