using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>What Swashbuckle makes of the store once it is held: the answers are described as the start report announced them.</summary>
public sealed partial class DescriptionUnderFold
{
    [Fact]
    public async Task Differs_in_answers_alone()
    {
        foreach (var (before, after) in await DescriptionsAsync())
        {
            foreach (var operation in Operations(before).Concat(Operations(after)))
            {
                operation.Operation.Remove("responses");
            }

            Assert.Equal(before["paths"]!.ToJsonString(), after["paths"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Names_the_codes_that_were_announced_in_place_of_those_that_were_written()
    {
        var announced = Announced.By((await StoreRun.Folded).Report);
        var operations = (await DescriptionsAsync()).SelectMany(pair => Operations(pair.After))
            .Select(o => (o.Name, Codes: o.Operation["responses"]!.AsObject().Select(answer => answer.Key).ToList())).ToList();
        var checks = (from change in announced.OfEndpoints
                      where change.Before != change.After && change.After < 500
                      from operation in operations
                      where operation.Name == DescribedName(change.Endpoint)
                      select (change, operation.Codes)).ToList();
        Assert.True(checks.Count > 50, $"{checks.Count} changes are described.");
        Findings.None(
            from check in checks
            let isThere = check.Codes.Contains($"{check.change.After}")
            // 400 stays beside 422: for what cannot be read.
            let isGone = check.change.Before == 400 || !check.Codes.Contains($"{check.change.Before}")
            where !isThere || !isGone
            select $"{check.change}: {string.Join(", ", check.Codes)}");
    }

    private static async Task<IReadOnlyList<(JsonNode Before, JsonNode After)>> DescriptionsAsync() =>
    [
        .. (await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Folded))
            .Where(pair => pair.Before.Request.IsForDescription).Select(pair => (pair.Before.Json(), pair.After.Json())),
    ];

    private static IEnumerable<(string Name, JsonObject Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {Version().Replace(path.Key, "/api/v*/")}", operation.Value!.AsObject());

    /// <summary>The name of an endpoint in the report, as it stands in a description: without constraints and version.</summary>
    private static string DescribedName(string endpoint) =>
        Constraint().Replace(endpoint.Replace("/v{version:apiVersion}/", "/v*/", StringComparison.Ordinal), "").TrimEnd('/');

    [GeneratedRegex("(?<={\\w+):[^}]+")]
    private static partial Regex Constraint();

    [GeneratedRegex("/api/v[12]/")]
    private static partial Regex Version();
}
