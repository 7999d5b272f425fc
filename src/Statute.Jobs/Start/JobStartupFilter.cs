using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;
using Statute.Jobs.Accepting;
using Statute.Jobs.Wire;

namespace Statute.Jobs.Start;

/// <summary>Looks at the endpoints once they are all mapped, and stops the start where one of them cannot do what it promises.</summary>
internal sealed class JobStartupFilter(ExceptedPaths except, IOptions<JobOptions> options) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var endpoints = app.ApplicationServices.GetRequiredService<EndpointDataSource>();
        var faults = FaultsOf(endpoints, app.ApplicationServices.GetRequiredService<EndpointRulesCache>()).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
        }
    };

    private IEnumerable<string> FaultsOf(EndpointDataSource endpoints, EndpointRulesCache rules)
    {
        var asynchronous = endpoints.Endpoints.Where(e => e.Metadata.GetMetadata<AsynchronousAttribute>() is not null).ToList();
        if (asynchronous.Any(e => e.Metadata.GetMetadata<JobListMetadata>() is not null))
        {
            yield return "Jobs are mapped within an asynchronous group, so that a look at a job would make another one. Call MapJobs() "
                + "outside of the group.";
        }

        foreach (var endpoint in asynchronous)
        {
            if (FaultOf(endpoint, rules) is { } fault)
            {
                yield return fault;
            }

            foreach (var (parameter, field) in HeaderParameters.Of(endpoint).Where(read => IsUnstored(read.Field)))
            {
                yield return $"{endpoint.DisplayName} is asynchronous, and reads its parameter {parameter} from {field}, which holds "
                    + $"credentials and is not stored. Let an authentication scheme read it{CureOf(field)}.";
            }
        }

        var prefixes = JobPlaces.PrefixesIn(endpoints);
        if (prefixes.Count == 0 && asynchronous.Count > 0)
        {
            yield return "There are asynchronous endpoints, and no place where their jobs can be read. Call app.MapJobs().";
        }
        else if (prefixes.Count > 1)
        {
            yield return $"Jobs are mapped at {string.Join(" and ", prefixes)}; they can be at one place only. Call app.MapJobs() once.";
        }

        foreach (var prefix in prefixes.Where(prefix => prefix.Contains('{', StringComparison.Ordinal)))
        {
            yield return $"Jobs are mapped at {prefix}, which has parameters, so that no reference can lead there. Map them elsewhere.";
        }
    }

    private string? FaultOf(Endpoint endpoint, EndpointRulesCache rules)
    {
        if (!rules.IsHeld(endpoint) || IsExcepted(endpoint))
        {
            return $"{endpoint.DisplayName} is asynchronous, and not held to the table, so that nobody checks its requests before they are "
                + "accepted. Hold it by .Held() and the profile Fold or Strict, or let it be synchronous.";
        }

        if (endpoint.Metadata.GetMetadata<ActionDescriptor>() is { } action)
        {
            return action is ControllerActionDescriptor ? null : WithoutFilters(endpoint);
        }

        return endpoint.Metadata.GetMetadata<AcceptanceMetadata>() switch
        {
            null => $"{endpoint.DisplayName} has the attribute [Asynchronous], which does nothing on a minimal API. "
                + "Call .Asynchronous() on it.",
            { IsInPlace: false } => WithoutFilters(endpoint),
            { IsInPlace: true } => null,
        };
    }

    private bool IsUnstored(string field) =>
        KeptFields.IsCredential(field) || options.Value.UnstoredFields.Contains(field, StringComparer.OrdinalIgnoreCase);

    private static string CureOf(string field) => KeptFields.IsCredential(field) ? "" : ", or take the field out of UnstoredFields";

    private static string WithoutFilters(Endpoint endpoint) =>
        $"{endpoint.DisplayName} is asynchronous, and neither a minimal API nor an action of a controller, so that nobody would accept its "
        + "requests. Map it outside of the asynchronous group.";

    private bool IsExcepted(Endpoint endpoint) => endpoint is RouteEndpoint route
        && except.Contain($"/{route.RoutePattern.RawText?.TrimStart('/')}");
}
