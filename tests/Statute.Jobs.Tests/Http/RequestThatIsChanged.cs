using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Statute.Jobs.Tests.Http;

/// <summary>What stands behind UseStatute may change where a request leads to, and does so again, once, when its job runs.</summary>
public sealed class RequestThatIsChanged
{
    [Theory]
    [InlineData("/api/deep?q=1", "/api /deep ?q=1")]
    [InlineData("/notes?q=1", " /v1/notes ?q=1&v=1")]
    [InlineData("/shop/items?q=1", "/shop /items ?q=1")]
    public async Task LeadsToTheSameHandlerAsBefore(string target, string seen)
    {
        await using var app = await JobsApp.StartAsync(app =>
        {
            app.UseStatute();
            app.Map("/api", branch =>
            {
                branch.UseRouting();
                branch.UseEndpoints(endpoints => endpoints.MapPost("/deep", Seen).Asynchronous());
            });
            app.UsePathBase("/shop");
            app.Use((context, next) =>
            {
                if (context.Request.Path.Value!.EndsWith("/notes", StringComparison.Ordinal))
                {
                    context.Request.Path = "/v1" + context.Request.Path;
                    context.Request.QueryString = context.Request.QueryString.Add("v", "1");
                }

                return next(context);
            });
            app.UseRouting();
            app.MapPost("/v1/notes", Seen).Asynchronous();
            app.MapPost("/items", Seen).Asynchronous();
            app.MapJobs();
        });
        Assert.Equal(seen, (await app.PostAsync(target, null, ("Prefer", "wait=20"))).Content);
    }

    private static string Seen(HttpRequest request) => $"{request.PathBase} {request.Path} {request.QueryString}";
}
