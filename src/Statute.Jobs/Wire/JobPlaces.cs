using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Statute.Jobs.Wire;

/// <summary>
/// Where jobs are found. The references are relative to the service's own origin and never made from the Host field, which a caller writes.
/// </summary>
internal sealed class JobPlaces(EndpointDataSource endpoints)
{
    /// <summary>The start has made sure that there is one.</summary>
    private readonly Lazy<string> _prefix = new(() => PrefixesIn(endpoints)[0]);

    internal JobMonitorLinks LinksOf(JobId id, PathString pathBase)
    {
        var self = $"{pathBase.ToUriComponent()}{_prefix.Value}/{id}";
        return new JobMonitorLinks(self, $"{self}/result", $"{self}/cancel");
    }

    internal string List(PathString pathBase) => $"{pathBase.ToUriComponent()}{(_prefix.Value.Length == 0 ? "/" : _prefix.Value)}";

    /// <summary>The paths below which jobs are mapped, empty for the root: one, where nothing is wrong.</summary>
    internal static IReadOnlyList<string> PrefixesIn(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<JobListMetadata>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/')}".TrimEnd('/')),
    ];
}
