using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Statute.AspNetCore.Start;

/// <summary>
/// Finds constraints that nobody looks at: minimal APIs read DataAnnotations only where AddValidation was called, and a library cannot
/// call it for the application. It looks wherever AddValidation would: at parameters, and at the types of what they hold.
/// </summary>
internal sealed class UnreadConstraints(IOptions<ValidationOptions> validation, IServiceProviderIsService services)
{
    /// <summary>The types and parameters of an endpoint that have constraints which nobody reads, by name.</summary>
    internal IEnumerable<string> Of(Endpoint endpoint)
    {
        var isAction = endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null;
        if (isAction || endpoint.Metadata.GetMetadata<IDisableValidationMetadata>() is not null)
        {
            return [];
        }

        var unread = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var parameter in endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(metadata => metadata.ParameterInfo))
        {
            if (IsService(parameter))
            {
                continue;
            }

            if (IsConstrained(parameter) && !IsRead(parameter))
            {
                unread.Add($"the parameter '{parameter.Name}'");
            }

            AddUnread(parameter.ParameterType, unread, seen);
        }

        return unread;
    }

    private void AddUnread(Type type, List<string> unread, HashSet<Type> seen)
    {
        foreach (var part in PartsOf(type))
        {
            AddUnread(part, unread, seen);
        }

        if (IsOfDotNet(type) || !seen.Add(type))
        {
            return;
        }

        if (IsConstrained(type) && !IsRead(type))
        {
            unread.Add(type.Name);
        }

        foreach (var property in type.GetProperties())
        {
            AddUnread(property.PropertyType, unread, seen);
        }
    }

    /// <summary>What a list, an array or a value that may be missing holds.</summary>
    private static IEnumerable<Type> PartsOf(Type type) => type.IsArray ? [type.GetElementType()!] : type.GenericTypeArguments;

    private static bool IsOfDotNet(Type type) => type.Assembly == typeof(object).Assembly
        || $"{type.Namespace}." is var name
        && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    /// <summary>What the handler is given by the application itself has been checked by nobody, and need not be.</summary>
    private bool IsService(ParameterInfo parameter) => services.IsService(parameter.ParameterType)
        || parameter.GetCustomAttributes(inherit: true).Any(attribute => attribute is IFromServiceMetadata or FromKeyedServicesAttribute);

#pragma warning disable ASP0029 // The question is for evaluation only, as .NET says; there is no other way to ask it.
    private bool IsRead(Type type) => validation.Value.TryGetValidatableTypeInfo(type, out _);

    private bool IsRead(ParameterInfo parameter) => validation.Value.TryGetValidatableParameterInfo(parameter, out _);
#pragma warning restore ASP0029

    private static bool IsConstrained(Type type) => typeof(IValidatableObject).IsAssignableFrom(type)
        || type.GetProperties().Any(IsConstrained)
        || type.GetConstructors().Any(constructor => constructor.GetParameters().Any(IsConstrained));

    private static bool IsConstrained(ICustomAttributeProvider place) =>
        place.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Length > 0;
}
