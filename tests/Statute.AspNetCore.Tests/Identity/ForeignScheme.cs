using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Identity;

/// <summary>Applications with schemes of their own.</summary>
public sealed class ForeignScheme
{
    private const string Upload =
        "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: 40000000\r\nExpect: 100-continue\r\n";

    [Theory]
    [InlineData("", 401)]
    [InlineData("Authorization: Test clerk\r\n", 403)]
    public async Task Refuses_before_any_content_is_asked_for(string credentials, int status)
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        await connection.SendAsync($"{Upload}{credentials}\r\n");

        // The first answer is the last: no 100 Continue came before it.
        var answer = await connection.ReadAsync();
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Gets_a_challenge_where_it_sends_none()
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var asked = await connection.AskAsync("POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal((401, "Test realm=\"shop\""), (asked.Status, asked["WWW-Authenticate"]));

        var handlers = await connection.AskAsync("GET /handlers-own HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal((401, "Test realm=\"shop\""), (handlers.Status, handlers["WWW-Authenticate"]));
    }

    [Fact]
    public async Task Loses_the_address_of_its_login_page()
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication().AddCookie(options => options.Events.OnRedirectToLogin = context =>
                {
                    context.Response.Headers.Location = context.RedirectUri;
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                });
            },
            app =>
            {
                app.UseStatute();
                app.MapGet("/things", () => "things").RequireAuthorization();
            });
        using var connection = app.Connect();
        var answer = await connection.AskAsync("GET /things HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal((401, (string?)null), (answer.Status, answer["Location"]));
        Assert.StartsWith("Cookies realm=", answer["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_asked_where_the_answer_does_not_depend_on_it()
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync("DELETE /things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\n\r\n");
        Assert.Equal(405, answer.Status);
        Assert.Equal(0, TestScheme.CallsIn(app.Services));
    }

    private static Task<RunningApp> StartAsync() => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute(options => options.Realm = "shop");
            builder.Services.AddAuthorization();
            builder.Services.AddSingleton<TestSchemeCalls>();
            builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/things", (Dictionary<string, string> thing) => thing)
                .RequireAuthorization(policy => policy.RequireRole("manager"));
            app.MapGet("/handlers-own", () => Results.Unauthorized());
        });
}
