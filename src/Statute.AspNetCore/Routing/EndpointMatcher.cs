using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Content;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// Asks ASP.NET's real matcher what it would choose for a request that differs a little from the one at hand. Only so are 404, 405 and
/// Allow exact where route constraints differ by method.
/// </summary>
internal sealed class EndpointMatcher(IServiceProvider services, EndpointDataSource endpoints)
{
    private readonly Lazy<RequestDelegate> _routing = new(() => Build(services, endpoints));

    /// <summary>Makes the request at hand a question; the request itself is not changed.</summary>
    internal EndpointQuestion Ask(HttpContext context) =>
        new(_routing.Value, new DefaultHttpContext(Features(context)) { RequestServices = context.RequestServices });

    private static FeatureCollection Features(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var headers = new HeaderDictionary();
        foreach (var field in request.Headers)
        {
            headers[field.Key] = field.Value;
        }

        // With it routing would take a question for OPTIONS for a preflight, and choose the endpoint of another method.
        headers.Remove(HeaderNames.AccessControlRequestMethod);
        var features = new FeatureCollection();
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
        features.Set(context.Features.Get<IHttpConnectionFeature>());

        // Routing warns where it cannot note an endpoint's size limit.
        features.Set<IHttpMaxRequestBodySizeFeature>(new MaxContentLengthFeature());
        return features;
    }

    private static RequestDelegate Build(IServiceProvider services, EndpointDataSource endpoints)
    {
        var builder = new ApplicationBuilder(services);
        builder.Properties[Recognitions.GlobalRouteBuilderProperty] = new Routes(services, new MatchOnlyEndpoints(endpoints));
        builder.UseRouting();
        builder.Run(static _ => Task.CompletedTask);
        return builder.Build();
    }

    private sealed class Routes(IServiceProvider services, EndpointDataSource endpoints) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [endpoints];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
