using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Statute.AspNetCore.Start;

/// <summary>
/// Finds constraints that nobody looks at: minimal APIs read DataAnnotations only where AddValidation was called, and a library cannot
/// call it for the application.
/// </summary>
internal sealed class UnreadConstraints(IOptions<ValidationOptions> validation)
{
    /// <summary>The types of an endpoint's parameters that have constraints which nobody reads.</summary>
    internal IEnumerable<Type> Of(Endpoint endpoint)
    {
        var isAction = endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null;
        if (isAction || endpoint.Metadata.GetMetadata<IDisableValidationMetadata>() is not null)
        {
            return [];
        }

        return endpoint.Metadata.OfType<IParameterBindingMetadata>()
            .Select(parameter => parameter.ParameterInfo.ParameterType)
            .Where(type => HasConstraints(type) && !IsRead(type));
    }

#pragma warning disable ASP0029 // The question is for evaluation only, as .NET says; there is no other way to ask it.
    private bool IsRead(Type type) => validation.Value.TryGetValidatableTypeInfo(type, out _);
#pragma warning restore ASP0029

    private static bool HasConstraints(Type type) =>
        type is { IsPrimitive: false, Namespace: not "System" }
        && (typeof(IValidatableObject).IsAssignableFrom(type)
            || type.GetProperties().Any(property => property.GetCustomAttributes<ValidationAttribute>(inherit: true).Any()));
}
