using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.Jobs.Tests.Http;

/// <summary>What an OpenAPI document says of the rows by which an asynchronous operation refuses.</summary>
public sealed class RefusalsOfAnAsynchronousOperation
{
    [Fact]
    public async Task AreAllDeclared()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/many", () => "done").Asynchronous();
                app.MapPost("/one", () => "done").Asynchronous(job => job.OneAtATime = true);
                app.MapJobs();
            },
            builder => builder.Services.AddEndpointsApiExplorer());
        Assert.Equal([200, 202, 400, 413, 422, 503], CodesOf(app, "many"));
        Assert.Equal([200, 202, 400, 409, 413, 422, 503], CodesOf(app, "one"));
    }

    private static IEnumerable<int> CodesOf(JobsApp app, string path) =>
        app.App.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(group => group.Items)
            .Single(operation => operation.RelativePath == path)
            .SupportedResponseTypes.Select(response => response.StatusCode).Order();
}
