using System.Diagnostics;
using System.Globalization;

namespace Statute.Benchmarks;

/// <summary>
/// An answer of 1 MiB through our response body, beside the server's alone, in turns: on a busy machine only what is measured at the same
/// time can be compared.
/// </summary>
internal static class AnswerRatios
{
    /// <summary>The first third is for the runtime, which compiles what is called often a second time.</summary>
    private const int Rounds = 90;

    private const int Requests = 100;

    /// <summary>Prints a row for each way to write: the median without Statute, that of the ratios to it, and allocated bytes.</summary>
    internal static async Task RunAsync()
    {
        var bare = Api.Start(held: false);
        var held = Api.Start(held: true);
        Console.WriteLine("| 1 MiB by | without Statute | with | bytes without | with |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var way in new[] { "pipe", "stream", "file" })
        {
            var request = Request.Large(way);
            var rounds = new List<(Turn Bare, Turn Held)>();
            for (var i = 0; i < Rounds; i++)
            {
                rounds.Add((await TurnAsync(bare, request), await TurnAsync(held, request)));
            }

            rounds.RemoveRange(0, Rounds / 3);
            var time = Median(rounds.Select(round => round.Bare.Microseconds));
            var ratio = Median(rounds.Select(round => round.Held.Microseconds / round.Bare.Microseconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {way} | {time:N1} µs | {ratio:N2} | {rounds.Min(r => r.Bare.Bytes):N0} | {rounds.Min(r => r.Held.Bytes):N0} |"));
        }
    }

    private static async Task<Turn> TurnAsync(Api api, Request request)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Requests; i++)
        {
            await api.AskAsync(request);
        }

        var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Requests;
        return new Turn(time, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / Requests);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 3);

    private readonly record struct Turn(double Microseconds, long Bytes);
}
