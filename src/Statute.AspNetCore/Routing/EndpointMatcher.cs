using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Content;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// Asks ASP.NET's real matcher: whom it chooses for the request at hand, and whom it would choose for one that differs a little. Only so
/// are 404, 405 and Allow exact where route constraints differ by method.
/// </summary>
internal sealed class EndpointMatcher
{
    private readonly IServiceProvider _services;
    private readonly Lazy<RequestDelegate> _application;
    private readonly Lazy<RequestDelegate> _branches;

    public EndpointMatcher(IServiceProvider services, EndpointDataSource endpoints, StatutePlacement placement)
    {
        _services = services;
        _application = new(() => Build(placement.DataSources));

        // What a branch maps for itself, ASP.NET lists together with what the application maps.
        _branches = new(() => Build((endpoints as CompositeEndpointDataSource)?.DataSources.Except(placement.DataSources) ?? []));
    }

    /// <summary>Selects the endpoint as the application's UseRouting would, if it stood here.</summary>
    internal Task RouteAsync(HttpContext context) => _application.Value(context);

    /// <summary>Makes the request at hand a question; the request itself is not changed.</summary>
    internal EndpointQuestion Ask(HttpContext context) => new(_application.Value, Question(context));

    /// <summary>The same for endpoints that branches of the pipeline have mapped for themselves.</summary>
    internal EndpointQuestion AskBranches(HttpContext context) => new(_branches.Value, Question(context));

    private static DefaultHttpContext Question(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var headers = new HeaderDictionary();
        foreach (var field in request.Headers)
        {
            headers[field.Key] = field.Value;
        }

        // With it routing would take a question for OPTIONS for a preflight, and choose the endpoint of another method.
        headers.Remove(HeaderNames.AccessControlRequestMethod);

        // Whatever else a constraint may look at, the user, items, the connection, is the request's own.
        var features = new FeatureCollection(context.Features);
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Path = request.Path,
            PathBase = request.PathBase,
            Protocol = request.Protocol,
            QueryString = request.QueryString,
            RawTarget = request.RawTarget,
            Scheme = request.Scheme,
            Headers = headers,
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set<IRouteValuesFeature>(new RouteValuesFeature());
        features.Set<IEndpointFeature>(new AskedEndpoint());

        // Routing warns where it cannot note an endpoint's size limit.
        features.Set<IHttpMaxRequestBodySizeFeature>(new MaxContentLengthFeature());
        return new DefaultHttpContext(features);
    }

    private RequestDelegate Build(IEnumerable<EndpointDataSource> endpoints)
    {
        var builder = new ApplicationBuilder(_services);
        builder.Properties[Recognitions.GlobalRouteBuilderProperty] = new Routes(_services, endpoints);
        builder.UseRouting();
        builder.Run(static _ => Task.CompletedTask);
        return builder.Build();
    }

    private sealed class AskedEndpoint : IEndpointFeature
    {
        public Endpoint? Endpoint { get; set; }
    }

    private sealed class Routes(IServiceProvider services, IEnumerable<EndpointDataSource> endpoints) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [.. endpoints.Select(source => new MatchOnlyEndpoints(source))];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
