using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Routing;

/// <summary>
/// Not all endpoints are selected in front of UseStatute, or by it: routing runs some at once, and runs again where the path has changed.
/// </summary>
public sealed class EndpointSelectedElsewhere
{
    [Theory]
    [InlineData("GET /unbuilt", 501, "/problems/not-built")]
    [InlineData("GET /withdrawn", 503, "/problems/withdrawn")]
    [InlineData("HEAD /withdrawn", 503, null)]
    [InlineData("DELETE /things", 405, "/problems/method-not-allowed")]
    [InlineData("HEAD /things", 200, null)]
    [InlineData("GET /things\r\nExpect: teapot", 400, "/problems/invalid-head")]
    [InlineData("POST /items\r\nContent-Type: text/plain", 415, "/problems/unsupported-media-type")]
    [InlineData("GET /robots.txt", 404, "/problems/resource-not-found")]
    [InlineData("GET /things", 200, null)]
    public async Task Short_circuits_only_past_what_the_application_places(string request, int status, string? type)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapGet("/unbuilt", Ran).NotBuilt().ShortCircuit();
                app.MapGet("/withdrawn", Ran).Withdrawn().ShortCircuit();
                app.MapGet("/things", () => "things").ShortCircuit();
                app.MapPost("/items", (Thing thing) => thing).ShortCircuit();
                app.MapShortCircuit(404, "robots.txt");
            });
        Assert.Equal((status, type), await AskAsync(app, request));
    }

    [Theory]
    [InlineData("GET /alone/things", 200, null)]
    [InlineData("DELETE /alone/things", 405, null)]
    [InlineData("GET /held/things", 200, null)]
    [InlineData("DELETE /held/things", 405, "/problems/method-not-allowed")]
    public async Task Behind_a_change_of_the_path_is_left_alone_where_it_says_so(string request, int status, string? type)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute().UsePathBase("/shop").UseRouting();
                app.MapGet("/alone/things", () => "things").DisableStatute();
                app.MapGet("/held/things", () => "things");
            });
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        Assert.Equal((status, type), await AskAsync(app, $"{method} /shop{path}"));
    }

    /// <summary>
    /// A middleware that leads a request on to another endpoint, as URL rewriting does: who was let through to one was not to the other.
    /// </summary>
    [Theory]
    [InlineData(true, "", 401)]
    [InlineData(true, "Authorization: Test clerk", 200)]
    [InlineData(false, "", 500)]
    public async Task Instead_of_another_is_not_reached_without_authorization(bool isPlaced, string field, int status)
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
            },
            app =>
            {
                app.UseStatute().Use((context, next) =>
                {
                    context.SetEndpoint(null);
                    context.Request.Path = "/secret";
                    return next(context);
                });
                app.UseRouting();
                if (isPlaced)
                {
                    app.UseAuthentication().UseAuthorization();
                }

                app.MapGet("/open", () => "open");
                app.MapGet("/secret", () => "secret").RequireAuthorization();
            });
        Assert.Equal(status, (await AskAsync(app, field.Length == 0 ? "GET /open" : $"GET /open\r\n{field}")).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    public async Task In_a_branch_is_not_reached_from_outside(string method)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute().Map("/admin", branch => branch.UseRouting().UseEndpoints(routes => routes.MapGet("/keys", () => "keys")));
                app.MapGet("/things", () => "things");
            });
        Assert.Equal(404, (await AskAsync(app, $"{method} /keys")).Status);
        Assert.Equal(method == "DELETE" ? 405 : 200, (await AskAsync(app, $"{method} /admin/keys")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task By_a_constraint_that_reads_the_request_is_found_for_every_method(bool isExplicit)
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                builder.Services.AddRouting(options => options.ConstraintMap["tenant"] = typeof(TenantConstraint));
            },
            app =>
            {
                app.Use((context, next) =>
                {
                    context.Items["tenant"] = "acme";
                    return next(context);
                });
                if (!isExplicit)
                {
                    app.UsePathBase("/shop");
                }

                app.UseStatute();
                if (isExplicit)
                {
                    app.UseRouting();
                }

                app.MapGet("/of/{tenant:tenant}", (string tenant) => tenant);
            });
        var path = isExplicit ? "/of/acme" : "/shop/of/acme";
        Assert.Equal(200, (await AskAsync(app, $"GET {path}")).Status);
        Assert.Equal(200, (await AskAsync(app, $"HEAD {path}")).Status);
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"DELETE {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal((405, "GET, HEAD, OPTIONS"), (answer.Status, answer["Allow"]));
        Assert.Equal(404, (await AskAsync(app, $"GET {path}x")).Status);
    }

    private static void Ran() => throw new InvalidOperationException("It must not run.");

    private static async Task<(int Status, string? Type)> AskAsync(RunningApp app, string request)
    {
        var lines = request.Split("\r\n");
        using var connection = app.Connect();
        var content = lines[0].StartsWith("POST", StringComparison.Ordinal) ? "{}" : "";
        var fields = string.Concat(lines.Skip(1).Select(field => $"{field}\r\n"));
        var answer = await connection.AskAsync(
            $"{lines[0]} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {content.Length}\r\n{fields}\r\n{content}");
        var isProblem = answer["Content-Type"] == "application/problem+json" && answer.Body.Length > 0;
        return (answer.Status, isProblem ? answer.Problem("type") : null);
    }

    private sealed record Thing(string Name);

    private sealed class TenantConstraint : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext is not null && Equals(httpContext.Items["tenant"], values[routeKey]);
    }
}
