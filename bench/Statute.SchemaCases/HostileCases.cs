using System.Diagnostics;
using System.Globalization;
using System.Text;
using Statute.Schemas;

namespace Statute.SchemaCases;

/// <summary>Judges what is made to cost much, and compares it with ordinary content.</summary>
internal static class HostileCases
{
    /// <summary>
    /// Prints for each case its name, what becomes of it, how many times as long as ordinary content of a megabyte its verdict and its
    /// explanation take, and the most memory in MiB that this process has had.
    /// </summary>
    internal static void Run(IReadOnlyCollection<string> names)
    {
        var options = new SchemaOptions { AssertFormat = true };
        var orders = Workload.All[0];
        var plain = JsonSchema.Compile(Encoding.UTF8.GetBytes(orders.Schema), options);
        var plainContent = orders.ContentOf(1 << 20);
        var ordinary = Least(20, () => plain.IsValid(plainContent));
        foreach (var hostile in HostileCase.All.Where(hostile => names.Count == 0 || names.Contains(hostile.Name)))
        {
            var schema = JsonSchema.Compile(Encoding.UTF8.GetBytes(hostile.Schema), options);
            var content = hostile.ToContent();
            var verdict = Least(2, () => schema.IsValid(content)) / ordinary;
            var explanation = Least(2, () => schema.Explain(content)) / ordinary;
            using var process = Process.GetCurrentProcess();
            var memory = process.PeakWorkingSet64 >> 20;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{hostile.Name} {schema.Judge(content)} {verdict:0.0} {explanation:0.0} {memory}"));
        }
    }

    private static double Least(int rounds, Action judge)
    {
        var least = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            judge();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return least;
    }
}
