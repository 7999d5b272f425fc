using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Described;

namespace Statute.Descriptions.Tests;

/// <summary>The document that NSwag makes. Of ApiExplorer's answers it reads code and type; what it calls them is its own affair.</summary>
public sealed class NSwagsDocument
{
    [Fact]
    public async Task Says_what_clients_get()
    {
        await using var app = await DescribedApi.StartAsync(
            services => services.AddEndpointsApiExplorer().AddOpenApiDocument(),
            app => app.UseOpenApi());
        var document = JsonElement.Parse(await app.Client.GetStringAsync("/swagger/v1/swagger.json"));
        Assert.Equal(
            DescribedOperations.CodesAndSchemasOf(DescribedOperations.Expected), DescribedOperations.CodesAndSchemasOf(document));
    }
}
