using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Methods;

/// <summary>
/// OPTIONS with the fields of a preflight: CORS answers it where it stands; where it does not, it is OPTIONS like any other.
/// </summary>
public sealed class PreflightThatNobodyAnswered
{
    private const string Preflight = "Host: localhost\r\nOrigin: https://page.example\r\nAccess-Control-Request-Method: GET\r\n";

    [Theory]
    [InlineData("/withdrawn", "", 503, null)]
    [InlineData("/unbuilt", "", 501, null)]
    [InlineData("/things", "", 200, "GET, HEAD, OPTIONS, POST")]
    [InlineData("/shared", "", 200, "GET, HEAD, OPTIONS")]
    [InlineData("/all", "Expect: teapot\r\n", 400, null)]
    [InlineData("/all", "", 200, null)]
    [InlineData("/nowhere", "", 404, null)]
    [InlineData("/secret", "", 401, null)]
    public async Task Is_judged_like_any_other(string path, string field, int status, string? allow)
    {
        await using var app = await StartAsync(app => app.UseStatute());
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"OPTIONS {path} HTTP/1.1\r\n{Preflight}{field}\r\n");
        Assert.Equal((status, allow), (answer.Status, answer["Allow"]));
        Assert.NotEqual("ran", status == 200 && path != "/all" ? answer.Body : "");
    }

    [Theory]
    [InlineData(true, "/withdrawn", 204)]
    [InlineData(true, "/unbuilt", 204)]
    [InlineData(true, "/things", 204)]
    [InlineData(true, "/shared", 204)]
    [InlineData(true, "/nowhere", 204)]
    [InlineData(true, "/secret", 204)]
    [InlineData(false, "/withdrawn", 204)]
    [InlineData(false, "/things", 204)]
    [InlineData(false, "/shared", 204)]
    [InlineData(false, "/secret", 204)]
    public async Task Is_answered_by_CORS_where_it_stands(bool isBefore, string path, int status)
    {
        await using var app = await StartAsync(app => _ = isBefore ? app.UseCors().UseStatute() : app.UseStatute().UseCors());
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"OPTIONS {path} HTTP/1.1\r\n{Preflight}\r\n");
        Assert.Equal((status, "https://page.example"), (answer.Status, answer["Access-Control-Allow-Origin"]));
    }

    /// <summary>HEAD of what is mapped for GET alone has the policy of GET.</summary>
    [Fact]
    public async Task Is_answered_for_HEAD_by_the_policy_of_GET()
    {
        await using var app = await StartAsync(app => app.UseStatute().UseCors("none"));
        using var connection = app.Connect();
        var answer = await connection.AskAsync(
            "OPTIONS /shared HTTP/1.1\r\nHost: localhost\r\nOrigin: https://page.example\r\n"
            + "Access-Control-Request-Method: HEAD\r\n\r\n");
        Assert.Equal("https://page.example", answer["Access-Control-Allow-Origin"]);
    }

    private static Task<RunningApp> StartAsync(Action<WebApplication> pipeline) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddAuthorization();
            builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
            builder.Services.AddCors(cors =>
            {
                cors.AddDefaultPolicy(policy => policy.WithOrigins("https://page.example"));
                cors.AddPolicy("none", _ => { });
            });
        },
        app =>
        {
            pipeline(app);
            app.Map("/withdrawn", (HttpResponse response) => response.WriteAsync("ran")).Withdrawn();
            app.Map("/unbuilt", (HttpResponse response) => response.WriteAsync("ran")).NotBuilt();
            app.Map("/all", (HttpResponse response) => response.WriteAsync("ran"));
            app.Map("/secret", (HttpResponse response) => response.WriteAsync("ran")).RequireAuthorization();
            app.MapGet("/things", () => "ran");
            app.MapPost("/things", () => "ran");
            app.MapGet("/shared", () => "ran").RequireCors(policy => policy.WithOrigins("https://page.example"));
        });
}
