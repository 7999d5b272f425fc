using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>One store from its start through every request of <c>requests.txt</c>; of each kind there is one for all tests.</summary>
internal sealed record StoreRun(
    IReadOnlyList<StoreAnswer> Answers, IReadOnlyList<string> Endpoints, string Report, IReadOnlyList<string> Said)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<StoreRun>>> Runs = [];

    internal static Task<StoreRun> AsWritten => Of("", null);

    internal static Task<StoreRun> Observed => Of("observe", "observe");

    internal static Task<StoreRun> Folded => Of("fold", "fold");

    internal static Task<StoreRun> Held => Of("hold", "hold");

    /// <summary>The answers of both, request by request.</summary>
    internal static async Task<IReadOnlyList<(StoreAnswer Before, StoreAnswer After)>> CompareAsync(
        Task<StoreRun> before, Task<StoreRun> after) =>
        [.. (await before).Answers.Zip((await after).Answers)];

    private static Task<StoreRun> Of(string key, string? adopt) =>
        Runs.GetOrAdd(key, _ => new Lazy<Task<StoreRun>>(() => RunAsync(adopt))).Value;

    private static async Task<StoreRun> RunAsync(string? adopt)
    {
        await using var store = new RunningStore(adopt);
        var endpoints = store.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(EndpointWatch.NameOf).Distinct().ToList();
        var answers = new List<StoreAnswer>();
        foreach (var request in StoreRequest.All)
        {
            answers.Add(await store.AskAsync(request));
        }

        return new StoreRun(answers, endpoints, store.Report, [.. store.Said]);
    }
}
