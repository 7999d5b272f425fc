using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;

namespace Statute.AspNetCore.Start;

/// <summary>
/// Tells at start where an endpoint of the application takes the paths of the problem pages, such as <c>/{tenant}/{resource}</c>: it comes
/// first, and the types of refusals lead to it.
/// </summary>
internal sealed class HiddenPages(
    EndpointMatcher matcher,
    EndpointRulesCache rules,
    IServiceProvider services,
    IOptions<StatuteOptions> options,
    ILogger<HiddenPages> logger)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var path = $"{options.Value.ProblemPath}/{ProblemType.NotFound.Name()}";
        if (await EndpointAtAsync(path) is { } endpoint && !rules.Of(endpoint).IsFallback)
        {
            logger.PagesHidden(path, endpoint.DisplayName);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<Endpoint?> EndpointAtAsync(string path)
    {
        var request = new DefaultHttpContext { RequestServices = services, Request = { Path = path } };
        try
        {
            return (await matcher.Ask(request).MatchAsync(HttpMethods.Get, contentType: null)).Endpoint;
        }
        catch (Exception)
        {
            // A constraint of the application's may need a real request; a warning is not worth a start.
            return null;
        }
    }
}
