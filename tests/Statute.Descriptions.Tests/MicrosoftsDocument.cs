using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Described;
using Statute.AspNetCore.Tests.Wire;
using Statute.Problems;

namespace Statute.Descriptions.Tests;

/// <summary>The document that Microsoft.AspNetCore.OpenApi makes.</summary>
public sealed partial class MicrosoftsDocument
{
    [Fact]
    public async Task Says_what_clients_get()
    {
        await using var app = await DescribedApi.StartAsync(services => services.AddOpenApi(), app => app.MapOpenApi());
        Assert.Equal(DescribedOperations.Expected, DescribedOperations.Of(await DocumentAsync(app)));
    }

    [Theory]
    [InlineData(ErrorShape.Pointers, "StatuteProblem", "array")]
    [InlineData(ErrorShape.AspNet, "StatuteProblemByName", "object")]
    public async Task Shows_the_problem_as_it_is_written(ErrorShape shape, string name, string type)
    {
        await using var app = await DescribedApi.StartAsync(
            services => services.AddOpenApi(), app => app.MapOpenApi(), options => options.Errors = shape);
        var schema = (await DocumentAsync(app)).GetProperty("components").GetProperty("schemas").GetProperty(name);
        Assert.Equal(
            ["type", "title", "status", "detail", "instance", "repeat", "errors", "errorsOmitted"],
            schema.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["type", "title", "status"], schema.GetProperty("required").EnumerateArray().Select(member => member.GetString()));
        Assert.Contains(type, schema.GetProperty("properties").GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task Is_made_where_the_serializer_knows_only_what_was_generated_for_it()
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                builder.Services.AddOpenApi();
                builder.Services.ConfigureHttpJsonOptions(json =>
                {
                    json.SerializerOptions.TypeInfoResolverChain.Clear();
                    json.SerializerOptions.TypeInfoResolverChain.Add(Generated.Default);
                });
            },
            app =>
            {
                app.UseStatute();
                app.MapGet("/numbers/{number}", (int number) => number);
                app.MapOpenApi();
            });
        Assert.Equal(
            "GET /numbers/{number}: 200 OK json; 400 Bad Request problem+json StatuteProblem",
            DescribedOperations.Of(await DocumentAsync(app)));
    }

    private static async Task<JsonElement> DocumentAsync(RunningApp app) =>
        JsonElement.Parse(await app.Client.GetStringAsync("/openapi/v1.json"));

    [JsonSerializable(typeof(int))]
    private sealed partial class Generated : JsonSerializerContext;
}
