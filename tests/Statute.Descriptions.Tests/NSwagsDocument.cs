using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Described;
using Statute.Problems;

namespace Statute.Descriptions.Tests;

/// <summary>The document that NSwag makes. Of ApiExplorer's answers it reads code and type; what it calls them is its own affair.</summary>
public sealed class NSwagsDocument
{
    [Fact]
    public async Task Says_what_clients_get()
    {
        var document = await DocumentAsync(ErrorShape.Pointers);
        Assert.Equal(
            DescribedOperations.CodesAndSchemasOf(DescribedOperations.Expected), DescribedOperations.CodesAndSchemasOf(document));
    }

    [Theory]
    [InlineData(ErrorShape.Pointers, "StatuteProblem")]
    [InlineData(ErrorShape.AspNet, "StatuteProblemByName")]
    public async Task Shows_the_problem_in_one_schema(ErrorShape shape, string name)
    {
        var schema = (await DocumentAsync(shape)).GetProperty("components").GetProperty("schemas").GetProperty(name);
        Assert.False(schema.TryGetProperty("allOf", out _));
        Assert.Equal(
            ["type", "title", "status", "detail", "instance", "repeat", "errors", "errorsOmitted"],
            schema.GetProperty("properties").EnumerateObject().Select(member => member.Name));
    }

    private static async Task<JsonElement> DocumentAsync(ErrorShape shape)
    {
        await using var app = await DescribedApi.StartAsync(
            services => services.AddEndpointsApiExplorer().AddOpenApiDocument(),
            app => app.UseOpenApi(),
            options => options.Errors = shape);
        return JsonElement.Parse(await app.Client.GetStringAsync("/swagger/v1/swagger.json"));
    }
}
