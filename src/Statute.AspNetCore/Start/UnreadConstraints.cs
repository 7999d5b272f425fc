using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Tells at start of constraints that nobody looks at: minimal APIs read DataAnnotations only where AddValidation was called, and a
/// library cannot call it for the application.
/// </summary>
internal sealed class ValidationWarning(
    EndpointDataSource endpoints, EndpointRulesCache rules, IOptions<ValidationOptions> validation, ILogger<ValidationWarning> logger)
    : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var unread = endpoints.Endpoints.Where(e => rules.Of(e).IsHeld).SelectMany(UnreadTypesOf).Distinct().ToList();
        if (unread.Count > 0)
        {
            logger.ConstraintsNotRead(string.Join(", ", unread.Select(type => type.Name).Order(StringComparer.Ordinal)));
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Type> UnreadTypesOf(Endpoint endpoint)
    {
        var isActions = endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null;
        if (isActions || endpoint.Metadata.GetMetadata<IDisableValidationMetadata>() is not null)
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
