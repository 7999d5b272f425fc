using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Tests.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>What AddStatuteJobs adds to the bytes that a request allocates whose endpoint is not asynchronous.</summary>
[Collection(nameof(BytesOfAPass))]
[CollectionDefinition(nameof(BytesOfAPass), DisableParallelization = true)]
public sealed class BytesOfAPass(ITestOutputHelper output)
{
    private const int Attempts = 5;

    /// <summary>Below the smallest object.</summary>
    private const double Noise = 8;

    [Theory]
    [InlineData("GET /open HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /secret HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\n\r\n")]
    [InlineData("GET /named HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\n\r\n")]
    public async Task AreNone(string request)
    {
        var added = double.MaxValue;
        for (var attempt = 0; attempt < Attempts && added > Noise; attempt++)
        {
            // On a busy machine some requests wait on their way, which costs what waiting costs.
            var without = await MeasureAsync(request, withJobs: false);
            var with = await MeasureAsync(request, withJobs: true);
            output.WriteLine($"{request.Split('\r')[0]}: {without:F1} bytes without, {with:F1} with");
            added = Math.Min(added, with - without);
        }

        Assert.True(added <= Noise, $"{added:F1} bytes are added.");
    }

    private static async Task<double> MeasureAsync(string request, bool withJobs)
    {
        using var folder = new TemporaryFolder();
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddAuthentication(TestScheme.Name).AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
                builder.Services.AddStatute();
                if (withJobs)
                {
                    builder.Services.AddStatuteJobs(jobs => jobs.File = folder.File("jobs.db"));
                }
            },
            app => Map(app, withJobs));
        return AllocationMeter.Measure(app, request);
    }

    private static void Map(WebApplication app, bool withJobs)
    {
        app.UseStatute();
        app.MapGet("/open", Write);
        app.MapGet("/secret", Write).RequireAuthorization();
        app.MapGet("/named", Write).RequireAuthorization(policy => policy.AddAuthenticationSchemes(TestScheme.Name).RequireRole("clerk"));
        if (withJobs)
        {
            app.MapPost("/slow", () => "done").Asynchronous();
            app.MapJobs();
        }
    }

    private static Task Write(HttpContext context)
    {
        context.Response.ContentLength = 2;
        var written = context.Response.BodyWriter.WriteAsync("ok"u8.ToArray());
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}
