using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.Jobs.Tests.Http;

/// <summary>What ApiExplorer, and so every OpenAPI document, knows of jobs.</summary>
public sealed class DescriptionOfJobs
{
    [Fact]
    public async Task HasAllPlaces()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/reports", () => "done").Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.AddEndpointsApiExplorer());
        var described = app.App.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(group => group.Items)
            .Select(operation => $"{operation.HttpMethod} /{operation.RelativePath}: {string.Join(' ', Codes(operation))}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "DELETE /jobs/{id}: 200", "GET /jobs/: 200", "GET /jobs/{id}/result: 200 202", "GET /jobs/{id}: 200",
                "POST /jobs/{id}/cancel: 200 202", "POST /reports: 200 202",
            ],
            described.Select(line => line.Replace("GET /jobs: ", "GET /jobs/: ", StringComparison.Ordinal)));
    }
    private static IEnumerable<int> Codes(ApiDescription operation) =>
        operation.SupportedResponseTypes.Select(response => response.StatusCode).Where(code => code < 300).Order();
}
