using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Basic;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Tests.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>Who may have a job run is asked when it is accepted, and again when it runs.</summary>
public sealed class CreatorWhoHasChanged : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Door _door = new();
    private JobsApp? _app;

    private string Users => Path.Combine(_folder.Path, "users");

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData("keeps the role", "Succeeded", null)]
    [InlineData("loses the role", "Failed", 403)]
    [InlineData("is gone", "Failed", 401)]
    public async Task InThePasswordFile(string what, string state, int? status)
    {
        PasswordFile.Set(Users, "anna", "anna", ["manager"]);
        _app = await JobsApp.StartAsync(
            Map,
            builder => builder.Services.Configure<Statute.AspNetCore.StatuteOptions>(options => options.PasswordFile = Users),
            jobs => jobs.MaxRunning = 1,
            withTestScheme: false);
        const string Anna = "Basic YW5uYTphbm5h";
        await _app.SendAsync(HttpMethod.Post, "/slow", null, null, ("Authorization", Anna));
        await _door.Reached;
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, null, ("Authorization", Anna));
        Assert.Equal(202, accepted.Status);
        Change(what);
        _door.Open();

        // Whoever is gone cannot look any more; the job is told by the store's log.
        var id = accepted.Id;
        var log = _app.App.Log.Records;
        await Until.TrueAsync(() => log.Any(record => record.Text.StartsWith($"Job {id} ended", StringComparison.Ordinal)));
        Assert.Contains(log, record => record.Text == $"Job {id} ended as {state} with {status ?? 200} at attempt 1.");
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
    public async Task HasTheClaimsThatTheApplicationAdds()
    {
        _app = await JobsApp.StartAsync(Map, builder => builder.Services.AddSingleton<IClaimsTransformation, Doubling>());
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, "manager");
        var monitor = await _app.EndAsync(accepted, "manager");
        Assert.Equal("manager 1", (await _app.SendAsync(HttpMethod.Get, monitor.ResultPlace, null, "manager")).Content);
    }

    [Fact]
    public async Task HasNoCredentialsOnTheDisk()
    {
        _app = await JobsApp.StartAsync(Map);
        var accepted = await _app.PostAsync(
            "/slow", """{"kept":"content"}""", ("Cookie", "session=c00k1e"), ("Proxy-Authorization", "Basic pr0xy"), ("X-Kept", "f1eld"));
        Assert.Equal(202, accepted.Status);
        await _door.Reached;
        var stored = _app.Stored;
        Assert.Contains("f1eld", stored, StringComparison.Ordinal);
        Assert.Contains("kept", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Test clerk", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("c00k1e", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("pr0xy", stored, StringComparison.Ordinal);
    }

    private static int? StatusIn(JobAnswer monitor) =>
        monitor.Json.TryGetProperty("error", out var error) ? error.GetProperty("status").GetInt32() : null;

    private void Change(string what)
    {
        switch (what)
        {
            case "loses the role":
                PasswordFile.Set(Users, "anna", "anna", ["clerk"]);
                break;
            case "is gone":
                File.WriteAllText(Users, "");
                break;
        }
    }

    private void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
        app.MapPost("/secret", (ClaimsPrincipal user) => $"{user.Identity!.Name} {user.Claims.Count(claim => claim.Type == "doubled")}")
            .RequireAuthorization(new AuthorizeAttribute { Roles = "manager" }).Asynchronous();
        app.MapPost("/named", () => "done")
            .RequireAuthorization(new AuthorizeAttribute { Roles = "manager", AuthenticationSchemes = "Test,Cookies" }).Asynchronous();
        app.MapJobs();
    }

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
