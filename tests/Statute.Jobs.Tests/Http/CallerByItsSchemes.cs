using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.AspNetCore.Basic;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Tests.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job knows its caller by what the schemes said when it was accepted; what the application adds is asked for anew.</summary>
public sealed class CallerByItsSchemes : IAsyncDisposable
{
    private const string Anna = "Basic YW5uYTphbm5h";
    private readonly TemporaryFolder _folder = new();
    private readonly Door _door = new();
    private readonly Directory _directory = new();
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
    [InlineData("/schemes", "Test: True, Forward: True, Elevated: False")]
    [InlineData("/forwarded", "clerk")]
    [InlineData("/both", "clerk")]
    [InlineData("/said", "somebody")]
    public async Task IsKnownByTheSameAsBefore(string target, string content)
    {
        _app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.Use((context, next) =>
                {
                    if (context.Request.Path.StartsWithSegments("/said"))
                    {
                        context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "somebody")], "Said"));
                    }

                    return next(context);
                });
                MapBoth(app, "/schemes", async (HttpContext context) =>
                    $"Test: {await SucceedsAsync(context, "Test")}, Forward: {await SucceedsAsync(context, null)}, "
                    + $"Elevated: {await SucceedsAsync(context, "Elevated")}");
                MapBoth(app, "/forwarded", NameOf, "Forward");
                MapBoth(app, "/both", NameOf, "Elevated,Test");
                MapBoth(app, "/said", NameOf);
                app.MapJobs();
            },
            builder => builder.Services.AddAuthentication("Forward")
                .AddPolicyScheme("Forward", null, policy => policy.ForwardDefault = TestScheme.Name)
                .AddScheme<AuthenticationSchemeOptions, NobodyScheme>("Elevated", null));
        Assert.Equal(content, (await _app.PostAsync(target + "/now")).Content);
        Assert.Equal(content, (await _app.PostAsync(target, null, ("Prefer", "wait=20"))).Content);
    }

    [Theory]
    [InlineData(true, "Succeeded", 200)]
    [InlineData(false, "Failed", 403)]
    public async Task HasOnlyWhatTheApplicationStillAdds(bool isStill, string state, int status)
    {
        _app = await JobsApp.StartAsync(Map, Transform, jobs => jobs.MaxRunning = 1);
        var accepted = await AcceptAsync(("Authorization", "Test clerk"));
        _directory.IsMember = isStill;
        await EndedAsync(accepted, state, status);
    }

    [Fact]
    public async Task IsNobodyWhereTheUserIsGoneWhateverTheApplicationHadAdded()
    {
        PasswordFile.Set(Users, "anna", "anna", ["manager"]);
        _app = await JobsApp.StartAsync(
            Map,
            builder =>
            {
                Transform(builder);
                builder.Services.Configure<StatuteOptions>(options => options.PasswordFile = Users);
                builder.Services.RemoveAll<IConfigureOptions<AuthenticationOptions>>();
            },
            jobs => jobs.MaxRunning = 1);
        var accepted = await AcceptAsync(("Authorization", Anna));
        File.WriteAllText(Users, "");
        await EndedAsync(accepted, "Failed", 401);
    }

    private static async Task<bool> SucceedsAsync(HttpContext context, string? scheme) =>
        (await context.AuthenticateAsync(scheme)).Succeeded;

    private static Task<string> NameOf(HttpContext context) =>
        Task.FromResult(string.Join(' ', context.User.Identities.Select(identity => identity.Name)));

    private static void MapBoth(WebApplication app, string target, Func<HttpContext, Task<string>> handler, string? schemes = null)
    {
        var rule = new AuthorizeAttribute { AuthenticationSchemes = schemes };
        app.MapPost(target, (Delegate)handler).RequireAuthorization(rule).Asynchronous();
        app.MapPost(target + "/now", (Delegate)handler).RequireAuthorization(rule);
    }

    /// <summary>Has a job accepted that waits behind another one.</summary>
    private async Task<JobAnswer> AcceptAsync((string, string) caller)
    {
        await _app!.SendAsync(HttpMethod.Post, "/slow", null, null, caller);
        await _door.Reached;
        var accepted = await _app.SendAsync(HttpMethod.Post, "/secret", null, null, caller);
        Assert.Equal(202, accepted.Status);
        return accepted;
    }

    /// <summary>Whoever is gone cannot look any more; the log tells.</summary>
    private async Task EndedAsync(JobAnswer accepted, string state, int status)
    {
        _door.Open();
        var log = _app!.App.Log.Records;
        await Until.TrueAsync(() => log.Any(record => record.Text.StartsWith($"Job {accepted.Id} ended", StringComparison.Ordinal)));
        Assert.Contains(log, record => record.Text == $"Job {accepted.Id} ended as {state} with {status} at attempt 1.");
    }

    private void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
        app.MapPost("/secret", () => "done").RequireAuthorization(policy => policy.RequireClaim("member", "yes")).Asynchronous();
        app.MapJobs();
    }

    private void Transform(WebApplicationBuilder builder) => builder.Services.AddSingleton<IClaimsTransformation>(_directory);

    /// <summary>Knows of users what no credentials say.</summary>
    private sealed class Directory : IClaimsTransformation
    {
        internal bool IsMember { get; set; } = true;

        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            var changed = principal.Clone();
            changed.AddIdentity(new ClaimsIdentity([new("member", IsMember ? "yes" : "no")], "Directory"));
            return Task.FromResult(changed);
        }
    }

    /// <summary>A scheme that knows nobody.</summary>
    private sealed class NobodyScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
