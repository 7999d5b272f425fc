using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Which endpoint is selected. It takes the place of the server's own feature, so that an endpoint is held whoever selects it: also
/// routing behind a change of the path, in a branch, or for an endpoint that it runs at once.
/// </summary>
internal sealed class EndpointSelection(Exchange exchange) : IEndpointFeature
{
    private IEndpointFeature? _server;
    private Endpoint? _endpoint;
    private bool _wasCleared;

    public Endpoint? Endpoint
    {
        get => _endpoint;
        set => Select(value);
    }

    /// <summary>What routing has answered by itself, where our late road stands in its place; null elsewhere.</summary>
    internal Endpoint? RoutingsAnswer { get; private set; }

    /// <summary>Whether routing is being asked over endpoints that stand for the application's.</summary>
    internal bool IsAsking { get; set; }

    internal void Begin(IFeatureCollection features)
    {
        _server = features.Get<IEndpointFeature>();
        _endpoint = _server?.Endpoint;
        features.Set<IEndpointFeature>(this);
    }

    /// <summary>Puts routing's own answer back where the late road stands.</summary>
    internal void Restore() => _endpoint = RoutingsAnswer ?? _endpoint;

    internal void End(HttpContext context)
    {
        context.Features.Set(_server);
        context.SetEndpoint(_endpoint);
        _server = null;
        _endpoint = null;
        _wasCleared = false;
        RoutingsAnswer = null;
        IsAsking = false;
    }

    private void Select(Endpoint? endpoint)
    {
        if (endpoint is null)
        {
            _endpoint = null;
            _wasCleared = true;
            return;
        }

        // Who makes an error page clears the selection first.
        if (endpoint == _endpoint || endpoint is OwnEndpoint || (_wasCleared && ErrorPage.IsMadeFor(exchange.Context)))
        {
            _endpoint = endpoint;
            return;
        }

        var chosen = IsAsking ? MatchOnlyEndpoints.OriginalOf(endpoint) ?? endpoint : endpoint;
        _endpoint = exchange.Owner.Route.Admit(exchange, chosen);
        if (_endpoint == exchange.Owner.Route.Late)
        {
            RoutingsAnswer = chosen;
        }
    }
}
