using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Statute.SchemaCases;
using Statute.Schemas;

namespace Statute.Benchmarks.Schemas;

/// <summary>
/// Content that conforms is judged beside .NET's reader reading every token of it, in turns: on a busy machine only what is measured
/// at the same time can be compared.
/// </summary>
internal static class VerdictRatios
{
    private const int Rounds = 15;
    private const int Columns = 6;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(40);

    /// <summary>Prints a row for each workload and size: the reader's median in microseconds, and medians of ratios to it.</summary>
    internal static void Run()
    {
        // Once for nothing: the runtime compiles what is called often a second time.
        Row(Workload.All[0], Workload.All[0].ContentOf(1 << 10));
        Console.WriteLine("| content | bytes | reader | verdict | in pieces | explained | JsonDocument | NJsonSchema |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var work in Workload.All)
        {
            foreach (var bytes in new[] { 1 << 10, 10 << 10, 1 << 20 })
            {
                Console.WriteLine(Row(work, work.ContentOf(bytes)));
            }
        }
    }

    private static string Row(Workload work, byte[] content)
    {
        var schema = JsonSchema.Compile(Encoding.UTF8.GetBytes(work.Schema), new SchemaOptions { AssertFormat = true });
        var pieces = Piece.Join(content, 4096);
        Action[] ways =
        [
            () => ReadAll(content),
            () => Expect(schema.IsValid(content)),
            () => Expect(schema.IsValid(pieces)),
            () => Expect(schema.Explain(content).Verdict == SchemaVerdict.Valid),
            () => JsonDocument.Parse(content).Dispose(),
            .. Peer(work, content),
        ];
        var rounds = Enumerable.Range(0, Rounds).Select(_ => ways.Select(Microseconds).ToArray()).Skip(Rounds / 3).ToList();
        var ratios = Enumerable.Range(1, ways.Length - 1).Select(way => Median(rounds.Select(round => round[way] / round[0])));
        var reader = Median(rounds.Select(round => round[0]));
        var peer = ways.Length == Columns ? "" : " | -";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {work} | {content.Length:N0} | {reader:N2} µs | {string.Join(" | ", ratios.Select(Text))}{peer} |");
    }

    // It knows an earlier draft: what says 2020-12 only it cannot read, or judges otherwise.
    private static IEnumerable<Action> Peer(Workload work, byte[] content)
    {
        if (work.Schema.Contains("prefixItems", StringComparison.Ordinal) || work.Schema.Contains("unevaluated", StringComparison.Ordinal))
        {
            return [];
        }

        var schema = NJsonSchema.JsonSchema.FromJsonAsync(work.Schema.Replace("$defs", "definitions", StringComparison.Ordinal))
            .GetAwaiter().GetResult();
        return [() => Expect(schema.Validate(Encoding.UTF8.GetString(content)).Count == 0)];
    }

    private static void ReadAll(byte[] content)
    {
        var reader = new Utf8JsonReader(content);
        while (reader.Read())
        {
        }
    }

    private static void Expect(bool valid)
    {
        if (!valid)
        {
            throw new InvalidOperationException("The content does not conform.");
        }
    }

    private static double Microseconds(Action way)
    {
        var start = Stopwatch.GetTimestamp();
        var times = 0;
        do
        {
            way();
            times++;
        }
        while (Stopwatch.GetElapsedTime(start) < Turn);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt((Rounds - (Rounds / 3)) / 2);

    private static string Text(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
