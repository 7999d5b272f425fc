using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Identity;

/// <summary>A login elsewhere returns to a path that no endpoint serves: the scheme answers there by itself.</summary>
public sealed class SignInCallback
{
    [Theory]
    [InlineData("GET", true, true)]
    [InlineData("POST", true, true)]
    [InlineData("POST", true, false)]
    [InlineData("POST", false, true)]
    [InlineData("POST", false, false)]
    public async Task Is_answered_by_the_scheme(string method, bool hasFallback, bool isAutomatic)
    {
        await using var app = await StartAsync(hasFallback, isAutomatic);
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"{method} /signin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal((302, "/signed-in"), (answer.Status, answer["Location"]));
    }

    [Fact]
    public async Task Is_no_reason_to_answer_another_path_otherwise()
    {
        await using var app = await StartAsync(hasFallback: true, isAutomatic: true);
        using var connection = app.Connect();
        var answer = await connection.AskAsync("POST /other HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal((405, "GET, HEAD, OPTIONS"), (answer.Status, answer["Allow"]));
    }

    private static Task<RunningApp> StartAsync(bool hasFallback, bool isAutomatic) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddAuthorization();
            builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Elsewhere>("Elsewhere", null);
        },
        app =>
        {
            app.UseStatute();
            if (!isAutomatic)
            {
                app.UseRouting().UseAuthentication().UseAuthorization();
            }

            app.MapGet("/things", () => "things");
            if (hasFallback)
            {
                app.MapFallback("/{*path}", () => "page").WithMetadata(new HttpMethodMetadata(["GET", "HEAD"]));
            }
        });

    private sealed class Elsewhere(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder), IAuthenticationRequestHandler
    {
        public Task<bool> HandleRequestAsync()
        {
            if (Request.Path != "/signin")
            {
                return Task.FromResult(false);
            }

            Response.Redirect("/signed-in");
            return Task.FromResult(true);
        }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
