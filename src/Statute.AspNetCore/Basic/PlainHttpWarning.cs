using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Basic;

/// <summary>Waits for the server to be up: its addresses are the ones that count, not those that were asked for.</summary>
internal sealed class PlainHttpWarning(
    IServiceProvider services, IAuthenticationSchemeProvider schemes, ILogger<PlainHttpWarning> logger) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>();
        if (addresses is null || !await IsInUseAsync())
        {
            return;
        }

        foreach (var address in addresses.Addresses)
        {
            if (IsReadableByOthers(address))
            {
                Log.PasswordsWithoutTls(logger, address);
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsReadableByOthers(string address)
    {
        // Servers other than Kestrel may list what is no address at all (in-process ones do); a warning must not stop the start.
        if (!address.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        var bound = BindingAddress.Parse(address);
        if (!bound.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || bound.IsUnixPipe || bound.IsNamedPipe)
        {
            return false;
        }

        if (bound.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return !IPAddress.TryParse(bound.Host, out var ip) || !IPAddress.IsLoopback(ip);
    }

    private async Task<bool> IsInUseAsync()
    {
        foreach (var scheme in await schemes.GetAllSchemesAsync())
        {
            if (scheme.HandlerType == typeof(BasicAuthenticationHandler))
            {
                return true;
            }
        }

        return false;
    }
}
