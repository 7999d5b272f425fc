using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Identity;

/// <summary>Schemes and authorization of the application's own that say why they refuse, and which scheme is asked for.</summary>
public sealed class OwnWordsOfARefusal
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_kept_under_401(bool isPlaced)
    {
        await using var app = await StartAsync(isPlaced);
        var answer = await AskAsync(app, isPlaced ? "/placed/things" : "/things");
        Assert.Equal((401, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(("/problems/unauthorized", "token_expired"), (answer.Problem("type"), answer.Problem("code")));
        Assert.Equal("Wordy error=\"expired\"", answer["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_kept_under_403(bool isPlaced)
    {
        await using var app = await StartAsync(isPlaced);
        var answer = await AskAsync(app, isPlaced ? "/placed/bosses" : "/bosses", "Authorization: Test clerk\r\n");
        Assert.Equal((403, "Forbidden"), (answer.Status, answer.Problem("title")));
        Assert.Equal(("https://example.com/needs-boss", "Ask your boss."), (answer.Problem("type"), answer.Problem("detail")));
    }

    [Theory]
    [InlineData("/by-attribute", "ApiKey realm=\"shop\"")]
    [InlineData("/by-policy", "ApiKey realm=\"shop\"")]
    [InlineData("/by-named-policy", "ApiKey realm=\"shop\"")]
    [InlineData("/by-handler", "ApiKey realm=\"shop\"")]
    [InlineData("/by-default", "Test realm=\"shop\"")]
    [InlineData("/by-both", "ApiKey realm=\"shop\", Test realm=\"shop\"")]
    public async Task Name_the_scheme_that_is_asked(string path, string challenge)
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute(options => options.Realm = "shop");
                builder.Services.AddAuthentication(TestScheme.Name)
                    .AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null)
                    .AddScheme<TestSchemeOptions, TestScheme>("ApiKey", null);
                builder.Services.AddAuthorizationBuilder().AddPolicy("keyed", policy => policy
                    .AddAuthenticationSchemes("ApiKey").RequireAuthenticatedUser());
            },
            app =>
            {
                app.UseStatute();
                var keyed = new AuthorizeAttribute { AuthenticationSchemes = "ApiKey" };
                app.MapGet("/by-attribute", () => "things").RequireAuthorization(keyed);
                app.MapGet("/by-policy", () => "things").RequireAuthorization(policy => policy
                    .AddAuthenticationSchemes("ApiKey").RequireAuthenticatedUser());
                app.MapGet("/by-named-policy", () => "things").RequireAuthorization("keyed");
                app.MapGet("/by-handler", () => Results.Unauthorized()).WithMetadata(keyed).AllowAnonymous();
                app.MapGet("/by-default", () => "things").RequireAuthorization();
                app.MapGet("/by-both", () => "things").RequireAuthorization(
                    new AuthorizeAttribute { AuthenticationSchemes = $"ApiKey,{TestScheme.Name}" });
            });
        var answer = await AskAsync(app, path);
        Assert.Equal((401, challenge), (answer.Status, answer["WWW-Authenticate"]));
    }

    private static Task<RunningApp> StartAsync(bool isPlaced) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddAuthentication("Wordy").AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null)
                .AddScheme<AuthenticationSchemeOptions, Wordy>("Wordy", null);
            builder.Services.AddAuthorization();
            builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, WordyResults>();
        },
        app =>
        {
            app.UseStatute();
            if (isPlaced)
            {
                // Only behind the change of the path does anybody know the endpoint.
                app.Use((context, next) =>
                {
                    context.Request.Path = context.Request.Path.Value!.Replace("/placed", "");
                    return next(context);
                });
                app.UseRouting().UseAuthentication().UseAuthorization();
            }

            app.MapGet("/things", () => "things").RequireAuthorization();
            app.MapGet("/bosses", () => "things").RequireAuthorization(new AuthorizeAttribute
            {
                AuthenticationSchemes = TestScheme.Name,
                Roles = "boss",
            });
        });

    private static async Task<RawAnswer> AskAsync(RunningApp app, string path, string fields = "")
    {
        using var connection = app.Connect();
        return await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{fields}\r\n");
    }

    private sealed class Wordy(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Wordy error=\"expired\"";
            return Response.WriteAsJsonAsync(new { code = "token_expired" });
        }
    }

    private sealed class WordyResults : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(
            RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
            authorizeResult.Forbidden
                ? Results.Problem("Ask your boss.", statusCode: 403, type: "https://example.com/needs-boss").ExecuteAsync(context)
                : new AuthorizationMiddlewareResultHandler().HandleAsync(next, context, policy, authorizeResult);
    }
}
