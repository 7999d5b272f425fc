using System.Globalization;
using System.Text;
using System.Text.Json;
using Statute.SchemaCases;
using Statute.Schemas;

namespace Statute.Benchmarks.Schemas;

/// <summary>
/// Content that conforms is judged beside .NET's reader reading every token of it, in turns, by the time of the processor: on a busy
/// machine only what is measured at the same time can be compared, and others take from the time of the clock.
/// </summary>
internal static class VerdictRatios
{
    private const int Rounds = 15;

    /// <summary>Where the verdict stands among the ways.</summary>
    private const int Verdict = 1;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(40);

    /// <summary>
    /// Prints a row for each workload and size: the reader's median in microseconds, medians of ratios to it, and the median of
    /// NJsonSchema's to ours. A schema that it does not read rightly is named.
    /// </summary>
    internal static void Run()
    {
        // Once for nothing: the runtime compiles what is called often a second time.
        Row(Workload.All[0], new PeerSchema(Workload.All[0]), Workload.All[0].ContentOf(1 << 10));
        Console.WriteLine(
            "| content | bytes | reader | verdict | in pieces | explained | JsonDocument | NJsonSchema | NJsonSchema : verdict |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var work in Workload.All)
        {
            var peer = new PeerSchema(work);
            if (peer.Misjudged is { } text)
            {
                Console.Error.WriteLine($"NJsonSchema does not judge {work} as the schema says: {text}.");
            }

            foreach (var bytes in new[] { 1 << 10, 10 << 10, 1 << 20 })
            {
                Console.WriteLine(Row(work, peer, work.ContentOf(bytes)));
            }
        }
    }

    private static string Row(Workload work, PeerSchema peer, byte[] content)
    {
        var schema = JsonSchema.Compile(Encoding.UTF8.GetBytes(work.Schema), new SchemaOptions { AssertFormat = true });
        ExpectBreaches(work, schema);
        var pieces = Piece.Join(content, 4096);
        Action[] ways =
        [
            () => ReadAll(content),
            () => Expect(schema.IsValid(content)),
            () => Expect(schema.IsValid(pieces)),
            () => Expect(schema.Explain(content).Verdict == SchemaVerdict.Valid),
            () => JsonDocument.Parse(content).Dispose(),
        ];
        if (peer.Misjudged is null)
        {
            ways = [.. ways, () => Expect(peer.IsValid(content))];
        }

        var rounds = Enumerable.Range(0, Rounds).Select(_ => ways.Select(Microseconds).ToArray()).Skip(Rounds / 3).ToList();
        var ratios = Enumerable.Range(1, ways.Length - 1).Select(way => Median(rounds.Select(round => round[way] / round[0])));
        var reader = Median(rounds.Select(round => round[0]));
        var beside = peer.Misjudged is null ? Text(Median(rounds.Select(round => round[^1] / round[Verdict]))) : "- | -";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {work} | {content.Length:N0} | {reader:N2} µs | {string.Join(" | ", ratios.Select(Text))} | {beside} |");
    }

    private static void ReadAll(byte[] content)
    {
        var reader = new Utf8JsonReader(content);
        while (reader.Read())
        {
        }
    }

    private static void ExpectBreaches(Workload work, JsonSchema schema)
    {
        var content = Encoding.UTF8.GetString(work.ContentOf(1 << 10));
        foreach (var (text, broken) in work.Breaches)
        {
            if (schema.IsValid(Encoding.UTF8.GetBytes(content.Replace(text, broken, StringComparison.Ordinal))))
            {
                throw new InvalidOperationException($"'{broken}' breaks nothing.");
            }
        }
    }

    private static void Expect(bool valid)
    {
        if (!valid)
        {
            throw new InvalidOperationException("The content does not conform.");
        }
    }

    // To ask for the time of the processor takes as long as a short verdict: after twice as many each time.
    private static double Microseconds(Action way)
    {
        var start = Environment.CpuUsage.TotalTime;
        var times = 0;
        TimeSpan taken;
        do
        {
            for (var more = Math.Max(1, times); more > 0; more--)
            {
                way();
                times++;
            }

            taken = Environment.CpuUsage.TotalTime - start;
        }
        while (taken < Turn);
        return taken.TotalMicroseconds / times;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt((Rounds - (Rounds / 3)) / 2);

    private static string Text(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
