using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>What cannot keep its promise does not start, and says why: all of it.</summary>
public sealed partial class StartingWrong
{
    [Fact]
    public async Task TellsOfEndpointsTogether()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/free", () => "").DisableStatute().Asynchronous();
                app.MapPost("/seen", () => "").WithProfile(StatuteProfile.Observe).Asynchronous();
                app.MapPost("/except/this", () => "").Asynchronous();
                app.MapPost("/marked", [Asynchronous] () => "");
                app.MapPost("/right", () => "").Asynchronous();
            },
            builder => builder.Services.Configure<StatuteOptions>(options => options.Except.Add("/except"))));
        Assert.Equal(
            [
                "/free is asynchronous, and not held", "/seen is asynchronous, and not held", "/except/this is asynchronous, and not held",
                "/marked has the attribute [Asynchronous], which does nothing", "There are asynchronous endpoints, and no place",
            ],
            fault.Message.Split(Environment.NewLine).Select(line => Told().Match(line).Value));
    }

    [Fact]
    public async Task TellsOfJobsInTwoPlaces() => await FailsAsync(
        app =>
        {
            app.UseStatute();
            app.MapJobs();
            app.MapJobs("/operations");
        },
        "/jobs and /operations");

    [Fact]
    public async Task TellsOfJobsBelowAParameter() => await FailsAsync(
        app =>
        {
            app.UseStatute();
            app.MapGroup("/{tenant}").MapJobs();
        },
        "/{tenant}/jobs, which has parameters");

    [Theory]
    [InlineData("/é")]
    [InlineData("/my jobs")]
    [InlineData("/a%20b")]
    [InlineData("~/x")]
    public async Task TellsOfJobsWhereNoReferenceLeads(string prefix) => await FailsAsync(
        app =>
        {
            app.UseStatute();
            app.MapJobs(prefix);
        },
        "which a reference cannot be made of");

    [Fact]
    public async Task TellsOfParametersThatNoJobHas()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/key", ([FromHeader(Name = "X-API-Key")] string key, [FromHeader] string? cookie) => key + cookie)
                    .Asynchronous();
                app.MapPost("/once", ([FromHeader(Name = "Idempotency-Key")] Guid id) => id).Asynchronous();
                app.MapPost("/now", ([FromHeader(Name = "X-API-Key")] string key) => key);
                app.MapPost("/right", ([FromHeader(Name = "X-Tenant")] string tenant) => tenant).Asynchronous();
                app.MapControllers();
                app.MapJobs();
            },
            builder => builder.Services.AddControllers().ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                parts.FeatureProviders.Add(new KeyController.Provider());
            })));
        Assert.Equal(
            [
                "cookie from cookie, which holds credentials and is not stored. Let an authentication scheme read it.",
                "id from Idempotency-Key, which holds the job's id when the job runs, whatever the client has sent. Let it be a string.",
                "key from X-API-Key, which holds credentials and is not stored. Let an authentication scheme read it, or take the "
                    + "field out of UnstoredFields.",
                "token from X-Auth-Token, which holds credentials and is not stored. Let an authentication scheme read it, or take the "
                    + "field out of UnstoredFields.",
            ],
            fault.Message.Split(Environment.NewLine).Select(line => line.Split("reads its parameter ")[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TellsOfOptionsTogether()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => JobsApp.StartAsync(
            app => app.UseStatute(),
            builder => builder.Services.Configure<StatuteOptions>(options => options.Table = StatusTable.Load(
                """
                {"rows":[{"code":200,"message":"OK","kind":"normal","description":"OK"},
                {"code":400,"message":"Bad","kind":"abnormal","description":"Bad"},
                {"code":401,"as":400},{"code":403,"as":400},{"code":404,"as":400},{"code":405,"as":400},{"code":409,"as":400},
                {"code":413,"as":400},{"code":415,"as":400},{"code":422,"as":400},{"code":500,"as":400},
                {"code":501,"as":400},{"code":503,"as":400}]}
                """u8)),
            jobs =>
            {
                jobs.File = "";
                jobs.MaxStoredContent = 0;
                jobs.MaxStoredAnswer = long.MaxValue;
                jobs.MaxRunning = 0;
                jobs.Lease = TimeSpan.Zero;
                jobs.MaxAttempts = 0;
                jobs.Retention = TimeSpan.FromHours(23);
                jobs.StopTimeout = TimeSpan.FromDays(1);
                jobs.Sqlite = new() { Reserve = 100 };
                jobs.UnstoredFields.Add("X Key");
                jobs.UnstoredFields.Add("content-type");
            }));
        Assert.Equal(
            [
                "File", "MaxStoredContent", "MaxStoredAnswer", "MaxRunning", "MaxAttempts", "Lease", "StopTimeout", "Retention",
                "Sqlite.Reserve", "UnstoredFields", "UnstoredFields", "The",
            ],
            fault.Failures.Select(line => line.Split(' ')[0]));
        Assert.Contains("Retention is 23:00:00; it must be between 1.00:00:00 and 3650.00:00:00.", fault.Failures);
        Assert.Contains("UnstoredFields has \"X Key\"; it must be the name of a header field, such as X-Api-Key.", fault.Failures);
    }

    [Fact]
    public async Task TellsOfMissingServices()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapPost("/right", () => "").Asynchronous();
            }));
        Assert.Contains("AddStatuteJobs()", fault.Message, StringComparison.Ordinal);
    }

    private static async Task FailsAsync(Action<WebApplication> map, string said)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => JobsApp.StartAsync(map));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [ApiController]
    private sealed class KeyController : ControllerBase
    {
        [HttpPost("/action")]
        [Asynchronous]
        public string Run([FromHeader(Name = "X-Auth-Token")] string token) => token;

        /// <summary>No other test has this controller.</summary>
        internal sealed class Provider : IApplicationFeatureProvider<ControllerFeature>
        {
            public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
                feature.Controllers.Add(typeof(KeyController).GetTypeInfo());
        }
    }

    [GeneratedRegex(@"/\S+ (is asynchronous, and not held|has the attribute \[Asynchronous\], which does nothing)|There are .* no place")]
    private static partial Regex Told();
}
