using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job is its creator's, at every place.</summary>
public sealed partial class JobOfSomebodyElse : IAsyncLifetime
{
    private JobsApp _app = null!;

    public static TheoryData<string, string> Places => new()
    {
        { "GET", "/jobs/{0}" },
        { "HEAD", "/jobs/{0}" },
        { "GET", "/jobs/{0}/result" },
        { "POST", "/jobs/{0}/cancel" },
        { "DELETE", "/jobs/{0}" },
    };

    private static string[] NoIds => ["x", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA%20", "AAAAAAAAAAAAAAAAAAAAA=", new('*', 22)];

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/quick", () => "done").Asynchronous();
        app.MapJobs();
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Places))]
    public async Task IsAnsweredAsOneThatIsNotThere(string method, string place)
    {
        var job = (await _app.RunAsync("/quick")).Id;
        foreach (var caller in new[] { "manager", null })
        {
            var foreign = await _app.SendAsync(new HttpMethod(method), string.Format(place, job), null, caller);
            var unknown = await _app.SendAsync(new HttpMethod(method), string.Format(place, JobId.New()), null, caller);
            Assert.Equal(404, foreign.Status);
            Assert.Equal(Same(unknown), Same(foreign));
            foreach (var id in NoIds)
            {
                var malformed = await _app.SendAsync(new HttpMethod(method), string.Format(place, id), null, caller);
                Assert.Equal((id, Same(foreign)), (id, Same(malformed)));
            }
        }

        Assert.Equal("Succeeded", (await _app.GetAsync($"/jobs/{job}")).State);
    }

    [Fact]
    public async Task IsInNoList()
    {
        await _app.RunAsync("/quick");
        foreach (var caller in new[] { "manager", null })
        {
            var list = await _app.SendAsync(HttpMethod.Get, "/jobs", null, caller);
            Assert.Equal("""{"jobs":[],"next":null}""", list.Content);
        }
    }

    [Fact]
    public async Task IsNotTheirsWhomAnotherSchemeKnowsByTheSameName()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.Use((context, next) =>
                {
                    if (context.Request.Headers["X-Door"] is [{ } door])
                    {
                        context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "anna")], door));
                    }

                    return next(context);
                });
                app.MapPost("/quick", () => "done").Asynchronous();
                app.MapJobs();
            });
        var accepted = await app.PostAsync("/quick", null, ("X-Door", "front"));
        Assert.Equal(200, (await app.GetAsync(accepted["Location"]!, ("X-Door", "front"))).Status);
        Assert.Equal(404, (await app.GetAsync(accepted["Location"]!, ("X-Door", "back"))).Status);
    }

    [Fact]
    public async Task IsAnybodysWhereItsCreatorHasNoName()
    {
        var accepted = await _app.SendAsync(HttpMethod.Post, "/quick", null, caller: null);
        foreach (var caller in new[] { "manager", null })
        {
            Assert.Equal("Succeeded", (await _app.EndAsync(accepted, caller)).State);
        }

        Assert.DoesNotContain(accepted.Id, (await _app.SendAsync(HttpMethod.Get, "/jobs", null, caller: null)).Content);
    }

    /// <summary>All that a caller can tell answers apart by; the incident is told apart from every other one.</summary>
    private static string Same(JobAnswer answer) => Incident().Replace(
        $"{answer.Status} {string.Join('\n', Fields(answer))}\n{answer.Content}", "");

    private static IEnumerable<KeyValuePair<string, string>> Fields(JobAnswer answer) =>
        answer.Fields.Where(field => field.Key != "Date").OrderBy(field => field.Key);

    [GeneratedRegex("urn:uuid:[0-9a-f-]+")]
    private static partial Regex Incident();
}
