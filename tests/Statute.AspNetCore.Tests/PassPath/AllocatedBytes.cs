using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.PassPath;

/// <summary>What Statute adds to the bytes that a passing request allocates, counted through Kestrel with and without it.</summary>
[Collection(nameof(PassPathCollection))]
public sealed class AllocatedBytes(ITestOutputHelper output)
{
#if DEBUG
    /// <summary>Where nothing is optimized, the state of each async method is an object, also of one that never waits.</summary>
    private const int Bound = 512;
#else
    private const int Bound = 256;
#endif

    private const string BoundRequest =
        "POST /bound HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"name\":\"x\"}";

    /// <summary>Where the application places routing and authentication itself, authorization is asked a second time.</summary>
    private const int AskedTwice = 512;

    private const int Attempts = 5;

    private static readonly byte[] Content = Encoding.ASCII.GetBytes("ok");

    [Theory]
    [InlineData("GET /sync HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nUser-Agent: test\r\nX-Own: value\r\n\r\n", 1)]
    [InlineData("GET /json HTTP/1.1\r\nHost: localhost\r\n\r\n", 1)]
    [InlineData("GET /secret HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\n\r\n", 1)]
    [InlineData("POST /content HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\nhello, world", 1)]
    [InlineData(BoundRequest, Bound)]
    [InlineData("GET /sync HTTP/1.1\r\nHost: localhost\r\n\r\n", AskedTwice, true)]
    [InlineData("GET /awaited HTTP/1.1\r\nHost: localhost\r\n\r\n", 256)]
    public async Task Are_within_the_limit(string request, double limit, bool isPlaced = false)
    {
        var added = double.MaxValue;
        for (var attempt = 0; attempt < Attempts && added > limit; attempt++)
        {
            // On a busy machine some requests wait on their way, which costs what waiting costs.
            var without = await MeasureAsync(request, withStatute: false, isPlaced);
            var with = await MeasureAsync(request, withStatute: true, isPlaced);
            output.WriteLine($"{request.Split('\r')[0]}: {without:F1} bytes without, {with:F1} with");
            added = Math.Min(added, with - without);
        }

        Assert.True(added <= limit, $"{added:F1} bytes are added; the limit is {limit}.");
    }

    private static async Task<double> MeasureAsync(string request, bool withStatute, bool isPlaced)
    {
        await using var app = await RunningApp.StartAsync(
            builder => AddServices(builder, withStatute), app => Map(app, withStatute, isPlaced));
        return AllocationMeter.Measure(app, request);
    }

    private static void AddServices(WebApplicationBuilder builder, bool withStatute)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
        if (withStatute)
        {
            builder.Services.AddStatute();
        }
    }

    private static void Map(WebApplication app, bool withStatute, bool isPlaced)
    {
        if (withStatute)
        {
            app.UseStatute();
        }

        if (isPlaced)
        {
            app.UseRouting().UseAuthentication().UseAuthorization();
        }

        app.MapGet("/sync", context => Write(context));
        app.MapGet("/json", () => new Thing("one"));
        app.MapGet("/secret", context => Write(context)).RequireAuthorization();
        app.MapPost("/content", static async context =>
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            await Write(context);
        });
        app.MapPost("/bound", static (Thing thing) => thing);
        app.MapGet("/awaited", static async context =>
        {
            await Task.Yield();
            await Write(context);
        });
    }

    private static Task Write(HttpContext context)
    {
        context.Response.ContentLength = Content.Length;
        var written = context.Response.BodyWriter.WriteAsync(Content);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    private sealed record Thing(string Name);
}
