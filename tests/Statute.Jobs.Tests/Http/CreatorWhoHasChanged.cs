using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Basic;

namespace Statute.Jobs.Tests.Http;

/// <summary>Who may have a job run is asked when it is accepted, and again when it runs.</summary>
public sealed class CreatorWhoHasChanged : IAsyncDisposable
{
    private readonly BusyApp _busy = new();
    private readonly Door _door = new();
    private JobsApp? _app;

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _busy.DisposeAsync();
    }

    [Theory]
    [InlineData("keeps the role", "Succeeded", 200)]
    [InlineData("loses the role", "Failed", 403)]
    [InlineData("is gone", "Failed", 401)]
    public async Task InThePasswordFile(string what, string state, int status)
    {
        PasswordFile.Set(_busy.Users, "anna", "anna", ["manager"]);
        await _busy.StartWithUsersAsync(MapSecret);
        var accepted = await _busy.AcceptAsync("Basic YW5uYTphbm5h");
        switch (what)
        {
            case "loses the role":
                PasswordFile.Set(_busy.Users, "anna", "anna", ["clerk"]);
                break;
            case "is gone":
                File.WriteAllText(_busy.Users, "");
                break;
        }

        await _busy.EndsAsync(accepted, state, status);
    }

    [Theory]
    [InlineData("manager", "Succeeded", null)]
    [InlineData("clerk", "Failed", 403)]
    [InlineData("", "Failed", 401)]
    public async Task AsTheApplicationSays(string now, string state, int? status)
    {
        _app = await JobsApp.StartAsync(Map, options: jobs => jobs.Refresh = (_, was) => ValueTask.FromResult(
            now.Length == 0
                ? null
                : new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, was.Identity!.Name!), new(ClaimTypes.Role, now)], "x"))));
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, "manager");
        var monitor = await _app.EndAsync(accepted, "manager");
        Assert.Equal((state, status), (monitor.State, StatusIn(monitor)));
    }

    [Fact]
    public async Task IsSeenByEverySchemeThatAPolicyNames()
    {
        _app = await JobsApp.StartAsync(Map, builder => builder.Services.AddAuthentication().AddCookie("Cookies"));
        var accepted = await _app.SendAsync(HttpMethod.Post, "/named", null, "manager");
        Assert.Equal(202, accepted.Status);
        Assert.Equal("Succeeded", (await _app.EndAsync(accepted, "manager")).State);
    }

    [Fact]
    public async Task HasTheClaimsThatTheApplicationAddsOnce()
    {
        _app = await JobsApp.StartAsync(Map, builder => builder.Services.AddSingleton<IClaimsTransformation, Doubling>());
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, "manager");
        var monitor = await _app.EndAsync(accepted, "manager");
        Assert.Equal("manager 1", (await _app.SendAsync(HttpMethod.Get, monitor.ResultPlace, null, "manager")).Content);
    }

    private static int? StatusIn(JobAnswer monitor) =>
        monitor.Json.TryGetProperty("error", out var error) ? error.GetProperty("status").GetInt32() : null;

    private void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
        MapSecret(app);
        app.MapPost("/named", () => "done")
            .RequireAuthorization(new AuthorizeAttribute { Roles = "manager", AuthenticationSchemes = "Test,Cookies" }).Asynchronous();
        app.MapJobs();
    }

    private static void MapSecret(WebApplication app) =>
        app.MapPost("/secret", (ClaimsPrincipal user) => $"{user.Identity!.Name} {user.Claims.Count(claim => claim.Type == "doubled")}")
            .RequireAuthorization(new AuthorizeAttribute { Roles = "manager" }).Asynchronous();

    /// <summary>Adds a claim each time that it is asked.</summary>
    private sealed class Doubling : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            var changed = principal.Clone();
            ((ClaimsIdentity)changed.Identity!).AddClaim(new Claim("doubled", "1"));
            return Task.FromResult(changed);
        }
    }
}
