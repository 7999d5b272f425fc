using System.Diagnostics;
using System.Globalization;
using System.Text;
using Statute.Schemas;

namespace Statute.SchemaCases;

/// <summary>Judges what is made to cost much, and compares it with ordinary content.</summary>
internal static class HostileCases
{
    private const double Enough = 25;

    /// <summary>
    /// Prints for each case its name, what becomes of it and what should, whether its verdict is yes, how many times as long as ordinary
    /// content of a megabyte its verdict and its explanation take, and the most memory in MiB that this process has had.
    /// </summary>
    internal static void Run(IReadOnlyCollection<string> names)
    {
        var options = new SchemaOptions { AssertFormat = true };
        var orders = Workload.All[0];
        var plain = JsonSchema.Compile(Encoding.UTF8.GetBytes(orders.Schema), options);
        var plainContent = orders.ContentOf(1 << 20);
        var ordinary = Enumerable.Range(0, 20).Min(_ => Milliseconds(() => plain.IsValid(plainContent)));
        foreach (var hostile in HostileCase.All.Where(hostile => names.Count == 0 || names.Contains(hostile.Name)))
        {
            var schema = JsonSchema.Compile(Encoding.UTF8.GetBytes(hostile.Schema), options);
            var content = hostile.ToContent();
            var valid = false;
            var report = new SchemaReport(SchemaVerdict.Malformed, [], IsCapped: false);
            var verdict = Times(ordinary, () => valid = schema.IsValid(content));
            var explanation = Times(ordinary, () => report = schema.Explain(content));
            using var process = Process.GetCurrentProcess();
            var memory = process.PeakWorkingSet64 >> 20;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{hostile.Name} {report.Verdict} {hostile.Verdict} {valid} {verdict:0.0} {explanation:0.0} {memory}"));
        }
    }

    // Once more where the first time may have been the runtime's, which compiles what it has not met before.
    private static double Times(double ordinary, Action judge)
    {
        var times = Milliseconds(judge) / ordinary;
        return times < Enough ? times : Math.Min(times, Milliseconds(judge) / ordinary);
    }

    // Of the processor, so that other processes do not count.
    private static double Milliseconds(Action judge)
    {
        var start = Environment.CpuUsage.TotalTime;
        judge();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
