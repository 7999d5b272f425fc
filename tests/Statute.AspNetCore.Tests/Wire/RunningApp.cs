using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>A real application on real Kestrel and free ports: one for HTTP/1.1, one for HTTP/2.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningApp(IHost host, CapturedLog log)
    {
        _host = host;
        Log = log;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        Http1 = new Uri(addresses[0]);
        Http2 = new Uri(addresses[1]);
        Client = new HttpClient(NewHandler()) { BaseAddress = Http1 };
        Http2Client = new HttpClient(NewHandler())
        {
            BaseAddress = Http2,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    internal Uri Http1 { get; }

    internal Uri Http2 { get; }

    internal HttpClient Client { get; }

    internal HttpClient Http2Client { get; }

    internal CapturedLog Log { get; }

    internal IServiceProvider Services => _host.Services;

    /// <summary>Starts an application in the production environment.</summary>
    internal static async Task<RunningApp> StartAsync(
        Action<WebApplicationBuilder> services, Action<WebApplication> pipeline, string environment = "Production")
    {
        var log = new CapturedLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(Listen);
        services(builder);
        var app = builder.Build();
        pipeline(app);
        await StartAsync(app);
        return new RunningApp(app, log);
    }

    /// <summary>Starts an application that is built with a Startup-like class instead of WebApplication.</summary>
    internal static async Task<RunningApp> StartClassicAsync(Action<IServiceCollection> services, Action<IApplicationBuilder> pipeline)
    {
        var log = new CapturedLog();
        var host = Host.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(log))
            .ConfigureWebHostDefaults(web => web
                .UseEnvironment("Production")
                .ConfigureKestrel(Listen)
                .ConfigureServices(services)
                .Configure(pipeline))
            .Build();
        await StartAsync(host);
        return new RunningApp(host, log);
    }

    internal RawConnection Connect() => new(Http1);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http2Client.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _host.StopAsync(soon.Token);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static CanaryHandler NewHandler() => new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static void Listen(KestrelServerOptions kestrel)
    {
        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
    }

    private static async Task StartAsync(IHost host)
    {
        try
        {
            await host.StartAsync();
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
    }
}
