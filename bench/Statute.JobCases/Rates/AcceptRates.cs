using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Statute.Jobs;
using Statute.Jobs.Stores;

namespace Statute.JobCases.Rates;

/// <summary>
/// How many requests of 1 KiB are accepted in a second, durably, over HTTP; beside what the same store does without HTTP, beside the same
/// endpoint that stores nothing, and beside one synced insert, without HTTP and as a handler's work. In turns, in one process, on one disk.
/// </summary>
internal static class AcceptRates
{
    private const int Many = 64;

    // Until the runtime has compiled for speed what runs often.
    private const int WarmUp = 12;

    // Short, so that a neighbour on the machine meets all of them alike.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    private static readonly byte[] Content =
        JsonSerializer.SerializeToUtf8Bytes(new AcceptApp.Note("A note", new string('x', 980)), JsonSerializerOptions.Web);

    internal static async Task RunAsync(string folder, int rounds)
    {
        using var insert = new PlainInsert(Path.Combine(folder, "plain.db"), Content);
        using var inserted = new PlainInsert(Path.Combine(folder, "inserted.db"), Content);
        await using var app = await AcceptApp.StartAsync(folder, inserted);
        var store = app.Services.GetRequiredService<IJobStore>();
        var address = new Uri(app.Urls.Single());
        var accepting = Callers(address, AcceptApp.Asynchronous, 202);
        var answering = Callers(address, AcceptApp.AtOnce, 200);
        var inserting = Callers(address, AcceptApp.Inserted, 200);
        (string Name, int Callers, Func<int, Task> Act)[] loads =
        [
            ("one synced insert", 1, _ => insert.RunAsync()),
            ("the store", 1, _ => AcceptAsync(store)),
            ("202 over HTTP", 1, caller => accepting[caller].CallAsync()),
            ("200, one insert", 1, caller => inserting[caller].CallAsync()),
            ("the store", Many, _ => AcceptAsync(store)),
            ("202 over HTTP", Many, caller => accepting[caller].CallAsync()),
            ("200, nothing stored", Many, caller => answering[caller].CallAsync()),
        ];

        var figures = loads.Select(_ => new List<Figures>()).ToArray();

        for (var round = 0; round < WarmUp + rounds; round++)
        {
            // What has just used the processor up has to wait longer for it: no load must always come behind the same one.
            foreach (var load in Enumerable.Range(0, loads.Length).Shuffle())
            {
                figures[load].Add(await Load.RunAsync(loads[load].Callers, Turn, loads[load].Act));
            }
        }

        var medians = figures.Select(of => Figures.MedianOf(of[WarmUp..])).ToArray();
        Tell(loads, medians, rounds);
        await app.StopAsync();
    }

    private static void Tell((string Name, int Callers, Func<int, Task> Act)[] loads, Figures[] medians, int rounds)
    {
        Console.WriteLine($"medians of {rounds} rounds; the processor's time is that of this process, callers included");
        foreach (var (load, of) in loads.Zip(medians))
        {
            Console.WriteLine($"{load.Name,-20} {load.Callers,2} callers {of.PerSecond,8:0} /s   p50 {of.Median,7:0} us   "
                + $"p99 {of.Slow,7:0} us   {of.Processor,6:0.0} us of a processor");
        }

        Console.WriteLine($"202 over HTTP, 64 callers: {medians[5].PerSecond / medians[4].PerSecond:0.00} of the store's own rate");
        Console.WriteLine($"202 over HTTP, 1 caller: p50 {medians[2].Median / medians[0].Median:0.00} of one synced insert's, "
            + $"{medians[2].Median / medians[3].Median:0.00} of a 200 whose handler does such an insert");
    }

    private static RawCaller[] Callers(Uri address, string target, int status) =>
        [.. Enumerable.Range(0, Many).Select(_ => new RawCaller(address, target, Content, status))];

    private static Task AcceptAsync(IJobStore store) => store.AcceptAsync(new NewJob
    {
        Id = JobId.New(),
        Operation = $"POST {AcceptApp.Asynchronous}",
        Target = AcceptApp.Asynchronous,
        Request = Content,
    }, default);
}
