using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>Places that take photos and answer how many bytes came: the same as minimal APIs and as a controller.</summary>
internal static class PhotoApi
{
    internal const int Limit = 1024 * 1024;

    internal static Task<RunningApp> StartAsync(Action<StatuteOptions>? options = null, Action<WebApplicationBuilder>? services = null) =>
        RunningApp.StartAsync(
            builder =>
            {
                AddServices(builder, options);
                services?.Invoke(builder);
            },
            Map);

    internal static void AddServices(WebApplicationBuilder builder, Action<StatuteOptions>? options = null)
    {
        builder.Services.AddStatute(options);
        builder.Services.AddControllers().AddApplicationPart(typeof(PhotoController).Assembly);
        builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
    }

    internal static void Map(WebApplication app)
    {
        app.UseStatute();
        app.Use((context, next) =>
        {
            if (context.Request.Query["limit"] is [{ } limit])
            {
                context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = long.Parse(limit);
            }

            return next(context);
        });
        app.MapPut("/minimal/photo", CountAsync).WithMetadata(new RequestSizeLimitAttribute(Limit)).As();
        app.MapPut("/minimal/any", CountAsync).As();
        app.MapPut("/minimal/endless", CountAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).As();
        app.MapPut("/minimal/text", (string[] text) => text.Length)
            .WithMetadata(new RequestSizeLimitAttribute(Limit))
            .RequireAuthorization();
        app.MapControllers();
    }

    internal static async Task<long> CountAsync(Stream content)
    {
        var counter = new byte[64 * 1024];
        var sum = 0L;
        while (await content.ReadAsync(counter) is var count and > 0)
        {
            sum += count;
        }

        return sum;
    }

    internal static HttpRequestMessage Put(string path, HttpContent content, string? user = "clerk")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = content };
        if (user is not null)
        {
            request.Headers.Add("Authorization", $"Test {user}");
        }

        return request;
    }

    internal static string Head(string path, string framing) =>
        $"PUT {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\nContent-Type: image/png\r\n{framing}\r\n\r\n";

    private static void As(this RouteHandlerBuilder route) =>
        route.RequireAuthorization().WithMetadata(new AcceptsMetadata(["image/png"]));
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("sized")]
[Authorize]
public sealed class PhotoController : ControllerBase
{
    [HttpPut("photo"), RequestSizeLimit(PhotoApi.Limit), Consumes("image/png")]
    public Task<long> Photo() => PhotoApi.CountAsync(Request.Body);

    [HttpPut("text"), RequestSizeLimit(PhotoApi.Limit)]
    public int Text(string[] text) => text.Length;

    [HttpPut("any"), Consumes("image/png")]
    public Task<long> Any() => PhotoApi.CountAsync(Request.Body);

    [HttpPut("endless"), DisableRequestSizeLimit, Consumes("image/png")]
    public Task<long> Endless() => PhotoApi.CountAsync(Request.Body);
}
