using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Basic;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job knows its caller by what the schemes said when it was accepted; what the application adds is asked for anew.</summary>
public sealed class CallerByItsSchemes : IAsyncDisposable
{
    private const string Anna = "Basic YW5uYTphbm5h";
    private const string Clerk = "Test clerk";
    private readonly BusyApp _busy = new();
    private readonly Directory _directory = new();

    public ValueTask DisposeAsync() => _busy.DisposeAsync();

    [Theory]
    [InlineData("/schemes", "Test: True, Forward: True, Second: False, Elevated: False")]
    [InlineData("/forwarded", "clerk")]
    [InlineData("/both", "clerk")]
    [InlineData("/two", "clerk clerk's second")]
    [InlineData("/said", "somebody")]
    public async Task IsKnownByTheSameAsBefore(string target, string content)
    {
        await using var app = await StartWithSchemesAsync(_ => { });
        Assert.Equal(content, (await app.PostAsync(target + "/now")).Content);
        Assert.Equal(content, (await app.PostAsync(target, null, ("Prefer", "wait=20"))).Content);
    }

    [Theory]
    [InlineData("/schemes", "Test: True, Forward: True, Second: False, Elevated: False")]
    [InlineData("/forwarded", "clerk")]
    [InlineData("/both", "clerk")]
    [InlineData("/two", "clerk clerk's second")]
    public async Task IsKnownWhereTheApplicationAsksInAWayOfItsOwn(string target, string content)
    {
        await using var app = await StartWithSchemesAsync(
            builder => builder.Services.AddScoped<IAuthenticationService, AuthenticationService>());
        Assert.Equal(content, (await app.PostAsync(target + "/now")).Content);
        Assert.Equal(content, (await app.PostAsync(target, null, ("Prefer", "wait=20"))).Content);
    }

    [Fact]
    public async Task IsHeardWhereTheApplicationLooksForTheHandlerFirst()
    {
        var directory = new Directory { Adding = Adding.ClaimsInPlace };
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/members", async (HttpContext context) =>
                    $"{context.User.Claims.Count(claim => claim.Type == "member")} {await SucceedsAsync(context, TestScheme.Name)}")
                    .RequireAuthorization().Asynchronous();
                app.MapJobs();
            },
            before: builder =>
            {
                builder.Services.AddSingleton<IClaimsTransformation>(directory);
                builder.Services.AddAuthenticationCore();
                builder.Services.AddScoped<IAuthenticationService, AskingFirst>();
            });
        Assert.Equal("1 True", (await app.PostAsync("/members", null, ("Prefer", "wait=20"))).Content);
    }

    [Fact]
    public async Task MayBeSignedOutByTheSchemeThatIsAsked()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/open", () => "done").Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.AddAuthentication("Rejecting").AddCookie("Cookies")
                .AddScheme<AuthenticationSchemeOptions, RejectingScheme>("Rejecting", null));
        Assert.Equal(202, (await app.PostAsync("/open")).Status);
    }

    [Fact]
    public async Task MayBeSignedInAndOutByAHandlerWithoutACookie()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/sign", async (HttpContext context) =>
                {
                    await context.SignOutAsync("Cookies");
                    await context.SignInAsync("Cookies", new ClaimsPrincipal(new ClaimsIdentity([], "Cookies")));
                    return "signed";
                }).Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.AddAuthentication().AddCookie("Cookies"));
        Assert.Equal("signed", (await app.PostAsync("/sign", null, ("Prefer", "wait=20"))).Content);
    }

    [Fact]
    public async Task IsNotTheUserWhereASchemeWasOnlyAsked()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.Use(async (context, next) =>
                {
                    await context.AuthenticateAsync(TestScheme.Name);
                    await next(context);
                });
                app.MapPost("/asked", async (HttpContext context) =>
                    $"'{context.User.Identity!.Name}', asked: {await SucceedsAsync(context, TestScheme.Name)}").Asynchronous();
                app.MapJobs();
            },
            builder =>
            {
                builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
                AddSchemes(builder);
            },
            withTestScheme: false);
        Assert.Equal("'', asked: True", (await app.PostAsync("/asked", null, ("Prefer", "wait=20"))).Content);
    }

    [Theory]
    [InlineData("Test", Adding.AnIdentity)]
    [InlineData("Test", Adding.ClaimsInPlace)]
    [InlineData("Test", Adding.ClaimsToAClone)]
    [InlineData("Forward", Adding.ClaimsInPlace)]
    [InlineData("Forward", Adding.ClaimsToAClone)]
    [InlineData("Remote", Adding.ClaimsInPlace)]
    [InlineData("Remote", Adding.ClaimsToAClone)]
    public async Task HasOnlyWhatTheApplicationStillAdds(string scheme, Adding adding)
    {
        foreach (var isStill in new[] { true, false })
        {
            await using var busy = new BusyApp();
            var directory = new Directory { Adding = adding };
            await busy.StartAsync(
                app => app.MapPost("/secret", () => "done")
                    .RequireAuthorization(policy => policy.AddAuthenticationSchemes(scheme).RequireClaim("member", "yes")).Asynchronous(),
                builder =>
                {
                    builder.Services.AddSingleton<IClaimsTransformation>(directory);
                    AddSchemes(builder);
                });
            var accepted = await busy.AcceptAsync(Clerk);
            directory.IsMember = isStill;
            await busy.EndsAsync(accepted, isStill ? "Succeeded" : "Failed", isStill ? 200 : 403);
        }
    }

    [Theory]
    [InlineData("beside the user")]
    [InlineData("in place of the user")]
    public async Task IsNobodyWhereTheUserIsGoneWhateverTheApplicationHadSaid(string where)
    {
        PasswordFile.Set(_busy.Users, "anna", "anna", ["manager"]);
        await _busy.StartWithUsersAsync(app =>
        {
            app.Use((context, next) =>
            {
                if (context.User.Identity is { IsAuthenticated: true })
                {
                    var said = new ClaimsIdentity([new("member", "yes")], "Directory");
                    context.User = new ClaimsPrincipal(where == "beside the user" ? [.. context.User.Identities, said] : [said]);
                }

                return next(context);
            });
            app.MapPost("/secret", () => "done").RequireAuthorization().Asynchronous();
        });
        var accepted = await _busy.AcceptAsync(Anna);
        File.WriteAllText(_busy.Users, "");
        await _busy.EndsAsync(accepted, "Failed", 401);
    }

    private static Task<JobsApp> StartWithSchemesAsync(Action<WebApplicationBuilder> services) => JobsApp.StartAsync(
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
                + $"Second: {context.User.Identities.Count() > 1}, Elevated: {await SucceedsAsync(context, "Elevated")}");
            MapBoth(app, "/forwarded", NamesOf, "Forward");
            MapBoth(app, "/both", NamesOf, "Elevated,Test");
            MapBoth(app, "/two", NamesOf, "Second,Test");
            MapBoth(app, "/said", NamesOf);
            app.MapJobs();
        },
        builder =>
        {
            AddSchemes(builder);
            builder.Services.Configure<AuthenticationOptions>(options => options.DefaultScheme = "Forward");
            services(builder);
        });

    private static void AddSchemes(WebApplicationBuilder builder) => builder.Services.AddAuthentication()
        .AddPolicyScheme("Forward", null, policy => policy.ForwardDefault = TestScheme.Name)
        .AddScheme<AuthenticationSchemeOptions, RemoteScheme>("Remote", null)
        .AddScheme<AuthenticationSchemeOptions, SecondScheme>("Second", null)
        .AddScheme<AuthenticationSchemeOptions, NobodyScheme>("Elevated", null);

    private static async Task<bool> SucceedsAsync(HttpContext context, string? scheme) =>
        (await context.AuthenticateAsync(scheme)).Succeeded;

    private static Task<string> NamesOf(HttpContext context) =>
        Task.FromResult(string.Join(' ', context.User.Identities.Select(identity => identity.Name)));

    private static void MapBoth(WebApplication app, string target, Func<HttpContext, Task<string>> handler, string? schemes = null)
    {
        var rule = new AuthorizeAttribute { AuthenticationSchemes = schemes };
        app.MapPost(target, (Delegate)handler).RequireAuthorization(rule).Asynchronous();
        app.MapPost(target + "/now", (Delegate)handler).RequireAuthorization(rule);
    }

    /// <summary>How a transformation adds something.</summary>
    public enum Adding
    {
        AnIdentity,
        ClaimsInPlace,
        ClaimsToAClone,
    }

    /// <summary>Knows of users what no credentials say.</summary>
    private sealed class Directory : IClaimsTransformation
    {
        internal bool IsMember { get; set; } = true;

        internal Adding Adding { get; init; }

        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            var changed = Adding == Adding.ClaimsInPlace ? principal : principal.Clone();
            if (!IsMember)
            {
                return Task.FromResult(changed);
            }

            var claim = new Claim("member", "yes");
            if (Adding == Adding.AnIdentity)
            {
                changed.AddIdentity(new ClaimsIdentity([claim], "Directory"));
            }
            else
            {
                ((ClaimsIdentity)changed.Identity!).AddClaim(claim);
            }

            return Task.FromResult(changed);
        }
    }

    /// <summary>A service that looks for a handler before it goes on.</summary>
    private sealed class AskingFirst(
        IAuthenticationSchemeProvider schemes,
        IAuthenticationHandlerProvider handlers,
        IClaimsTransformation transform,
        IOptions<AuthenticationOptions> options) : AuthenticationService(schemes, handlers, transform, options)
    {
        public override async Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            Assert.NotNull(await Handlers.GetHandlerAsync(context, scheme ?? TestScheme.Name));
            return await base.AuthenticateAsync(context, scheme);
        }
    }

    /// <summary>A scheme that signs out whom it does not know any more, as one with cookies does.</summary>
    private sealed class RejectingScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            await Context.SignOutAsync("Cookies");
            return AuthenticateResult.NoResult();
        }
    }

    /// <summary>A scheme that knows nobody.</summary>
    private sealed class NobodyScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }

    /// <summary>A scheme that knows the caller too, by another name.</summary>
    private sealed class SecondScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers.Authorization == Clerk
                ? AuthenticateResult.Success(new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "clerk's second")], "Second")), Scheme.Name))
                : AuthenticateResult.NoResult());
    }

    /// <summary>A scheme that says in its own name what another one has said, as a login elsewhere does with its cookie.</summary>
    private sealed class RemoteScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
            await Context.AuthenticateAsync(TestScheme.Name) is { Principal: { } principal }
                ? AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name))
                : AuthenticateResult.NoResult();
    }
}
