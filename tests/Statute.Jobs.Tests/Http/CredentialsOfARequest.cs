using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Statute.Jobs.Tests.Http;

/// <summary>Credentials are checked when a request is accepted, and are not on the disk after that.</summary>
public sealed class CredentialsOfARequest : IAsyncDisposable
{
    private readonly Door _door = new();
    private JobsApp? _app;

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("Authorization", "Test s3cr3t")]
    [InlineData("Proxy-Authorization", "Basic s3cr3t")]
    [InlineData("Cookie", "session=s3cr3t")]
    [InlineData("X-Api-Key", "s3cr3t")]
    [InlineData("api-key", "s3cr3t")]
    [InlineData("X-Auth-Token", "s3cr3t")]
    [InlineData("X-Shop-Key", "s3cr3t")]
    public async Task AreNotStored(string field, string value)
    {
        _app = await StartAsync();
        var accepted = await _app.SendAsync(
            HttpMethod.Post, "/open", """{"kept":"content"}""", caller: null, (field, value), ("X-Kept", "f1eld"));
        Assert.Equal(202, accepted.Status);
        await _door.Reached;
        var stored = _app.Stored;
        Assert.Contains("f1eld", stored, StringComparison.Ordinal);
        Assert.Contains("kept", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreNotAskedForAgainWhereASchemeReadThem()
    {
        _app = await StartAsync();
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, caller: null, ("X-Shop-Key", "s3cr3t"));
        Assert.Equal(202, accepted.Status);
        await _door.Reached;
        Assert.DoesNotContain("s3cr3t", _app.Stored, StringComparison.Ordinal);
        _door.Open();
        var monitor = await ReadAsync(accepted["Location"]!);
        Assert.Equal("Succeeded", monitor.State);
        Assert.Equal("shop", (await ReadAsync(monitor.ResultPlace)).Content);

        Task<JobAnswer> ReadAsync(string place) =>
            _app.SendAsync(HttpMethod.Get, place, null, caller: null, ("X-Shop-Key", "s3cr3t"), ("Prefer", "wait=20"));
    }

    private Task<JobsApp> StartAsync() => JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.MapPost("/open", () => _door.PassAsync()).Asynchronous();
            app.MapPost("/secret", async (ClaimsPrincipal user) =>
            {
                await _door.PassAsync();
                return user.Identity!.Name;
            }).RequireAuthorization(policy => policy.AddAuthenticationSchemes("ShopKey").RequireAuthenticatedUser()).Asynchronous();
            app.MapJobs();
        },
        builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Statute:Jobs:UnstoredFields:0", "X-Shop-Key")]);
            builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ShopKey>("ShopKey", null);
            builder.Services.Configure<AuthenticationOptions>(options => options.DefaultScheme = "ShopKey");
        });

    /// <summary>A scheme that reads a key in a field of its own.</summary>
    private sealed class ShopKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["X-Shop-Key"] == "s3cr3t"
                ? AuthenticateResult.Success(new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "shop")], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult());
    }
}
