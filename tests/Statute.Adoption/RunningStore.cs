using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>The store on real Kestrel and a free port, as it was written or with Statute.</summary>
public class RunningStore : WebApplicationFactory<Program>
{
    private readonly string? _adopt;
    private readonly StoreLog _log = new();
    private readonly EndpointWatch _endpoints = new();
    private readonly ConcurrentDictionary<string, string> _tokens = [];

    /// <param name="adopt">The setting <c>Adopt</c> of the store; null for the store as it was written.</param>
    protected internal RunningStore(string? adopt)
    {
        _adopt = adopt;
        UseKestrel(0);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    internal Uri Address { get; }

    /// <summary>What Statute reported at the start; empty without it.</summary>
    internal string Report => _log.Said.FirstOrDefault(text => text.StartsWith("Holds ", StringComparison.Ordinal)) ?? "";

    /// <summary>What Statute has said in the log.</summary>
    internal IEnumerable<string> Said => _log.Said;

    /// <summary>Sends one request on a connection of its own and reads until it ends.</summary>
    internal async Task<StoreAnswer> AskAsync(StoreRequest request)
    {
        var token = request.User is { } user ? await TokenOfAsync(user) : null;
        _endpoints.Last = null;
        using var connection = new TcpClient(Address.Host, Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(request.ToBytes(token));
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException) when (answer.Length > 0)
        {
            // A server that has refused content may reset the connection behind its answer.
        }

        return new StoreAnswer(request, Encoding.Latin1.GetString(answer.ToArray()), _endpoints.Last);
    }

    /// <summary>The token of somebody whose password is the name. Signing in is slow on purpose, so it is done once.</summary>
    internal async Task<string> TokenOfAsync(string user)
    {
        if (!_tokens.TryGetValue(user, out var token))
        {
            using var client = new HttpClient { BaseAddress = Address };
            var answer = await client.PostAsJsonAsync("/api/account/login", new { name = user, password = user });
            token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
            _tokens[user] = token;
        }

        return token;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (_adopt is not null)
        {
            builder.UseSetting("Adopt", _adopt);
        }

        builder.UseEnvironment("Production");
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(_endpoints));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log));
    }
}
