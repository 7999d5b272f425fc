using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>A list that is asked for what there cannot be says so, and is not empty or another one.</summary>
public sealed class ParametersOfTheList
{
    [Fact]
    public async Task AreOneStateAndACount()
    {
        await using var app = await JobsApp.StartAsync(app =>
        {
            app.UseStatute();
            app.MapJobs();
        });
        foreach (var query in (string[])["status=Failed,Canceled", "status=Running,Failed", "status=1", "status=", "count=0", "count=-5"])
        {
            var refused = await app.GetAsync($"/jobs?{query}");
            Assert.Equal((query, 400, "invalid-parameter"), (query, refused.Status, refused.Problem));
            Assert.Equal(query.Split('=')[0], refused.Json.GetProperty("errors")[0].GetProperty("parameter").GetString());
        }

        foreach (var query in (string[])["status=Failed", "status=failed", "count=1", "count=100000"])
        {
            Assert.Equal((query, 200), (query, (await app.GetAsync($"/jobs?{query}")).Status));
        }
    }
}
