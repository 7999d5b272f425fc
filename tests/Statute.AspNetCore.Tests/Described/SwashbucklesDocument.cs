using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Described;

/// <summary>The document that Swashbuckle makes.</summary>
public sealed class SwashbucklesDocument
{
    [Fact]
    public async Task Says_what_clients_get()
    {
        await using var app = await DescribedApi.StartAsync(Generate, app => app.UseSwagger());
        Assert.Equal(DescribedOperations.Expected, DescribedOperations.Of(JsonElement.Parse(await DocumentAsync(app))));
    }

    [Fact]
    public async Task Is_the_same_byte_for_byte_where_the_application_is_only_observed()
    {
        await using var observed = await DescribedApi.StartAsync(
            Generate, app => app.UseSwagger(), options => options.Profile = StatuteProfile.Observe);
        await using var without = await DescribedApi.StartAsync(Generate, app => app.UseSwagger(), withStatute: false);
        // A part of the application that is held of its own accord says so.
        Assert.Equal(WithoutStrict(await DocumentAsync(without)), WithoutStrict(await DocumentAsync(observed)));
    }

    private static void Generate(IServiceCollection services) => services.AddEndpointsApiExplorer().AddSwaggerGen();

    private static Task<string> DocumentAsync(RunningApp app) => app.Client.GetStringAsync("/swagger/v1/swagger.json");

    private static string WithoutStrict(string document)
    {
        var start = document.IndexOf("    \"/strict\"", StringComparison.Ordinal);
        return document.Remove(start, document.IndexOf("    \"/pages\"", StringComparison.Ordinal) - start);
    }
}
