using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Basic;

namespace Statute.AspNetCore.Tests.Basic;

/// <summary>An API behind Basic on a real Kestrel, with users alice (role manager) and bob.</summary>
internal sealed class BasicApp : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private WebApplication? _app;

    public BasicApp()
    {
        PasswordFile = _folder.File("users");
        Write(UserLine.Of("alice", "wonder", "manager,clerk"), UserLine.Of("bob", "builder"));
    }

    public string PasswordFile { get; }

    public string Url { get; set; } = "http://127.0.0.1:0";

    public CountingHasher Hasher { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public ManualTime Time { get; } = new();

    public Action<BasicAuthenticationOptions> Options { get; set; } = _ => { };

    /// <summary>In place of AddBasic.</summary>
    public Action<IServiceCollection>? Services { get; set; }

    /// <summary>Runs before authentication.</summary>
    public Func<HttpContext, RequestDelegate, Task> Before { get; set; } = (context, next) => next(context);

    public HttpClient Client { get; private set; } = null!;

    public void Write(params string[] lines) => File.WriteAllLines(PasswordFile, lines);

    public async Task<BasicApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
        builder.WebHost.UseSetting("urls", Url);
        builder.Services.AddSingleton<IPasswordHasher<BasicUser>>(Hasher);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddAuthorization();
        if (Services is null)
        {
            builder.Services.AddAuthentication().AddBasic(PasswordFile, options => Options(options));
        }
        else
        {
            Services(builder.Services);
        }

        _app = builder.Build();
        _app.Use((context, next) => Before(context, next.Invoke));
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapMethods("/", ["GET", "POST"], (ClaimsPrincipal user) => Describe(user)).RequireAuthorization();
        _app.MapGet("/manager", () => "managed").RequireAuthorization(policy => policy.RequireRole("manager"));
        _app.MapGet("/open", (ClaimsPrincipal user) => user.Identity!.IsAuthenticated);
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string name, string password, string path = "/") =>
        SendFieldAsync("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")), path);

    public async Task<HttpResponseMessage> SendFieldAsync(string authorization, string path = "/")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Client.SendAsync(request);
    }

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public async Task<TcpClient> ConnectAsync(string head)
    {
        var client = new TcpClient();
        await client.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head));
        return client;
    }

    public async Task<string> SendRawAsync(string head)
    {
        using var client = await ConnectAsync(head);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static string Describe(ClaimsPrincipal user)
    {
        var roles = user.FindAll(ClaimTypes.Role).Select(role => role.Value);
        return $"{user.Identity!.Name} {user.Identity.AuthenticationType} {string.Join(',', roles)}";
    }
}
