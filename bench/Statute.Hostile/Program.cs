using System.Diagnostics;
using System.Globalization;
using System.Text;
using Statute.Benchmarks.Schemas;
using Statute.Hostile;
using Statute.Schemas;

// Prints for each case that is named, or for all: its name, what becomes of it, how many times as long as ordinary content of a
// megabyte its verdict and its explanation take, and the most memory in MiB that this process has had.
var options = new SchemaOptions { AssertFormat = true };
var orders = Workload.All[0];
var plain = JsonSchema.Compile(Encoding.UTF8.GetBytes(orders.Schema), options);
var plainContent = orders.ContentOf(1 << 20);
var verdictOfPlain = Least(20, () => plain.IsValid(plainContent));
foreach (var hostile in HostileCase.All.Where(hostile => args.Length == 0 || args.Contains(hostile.Name)))
{
    var schema = JsonSchema.Compile(Encoding.UTF8.GetBytes(hostile.Schema), options);
    var content = hostile.ToContent();
    var verdict = Least(2, () => schema.IsValid(content));
    var report = schema.Explain(content);
    var explanation = Least(1, () => schema.Explain(content));
    using var process = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{hostile.Name} {report.Verdict} {verdict / verdictOfPlain:0.0} {explanation / verdictOfPlain:0.0} {process.PeakWorkingSet64 >> 20}"));
}

static double Least(int rounds, Action judge)
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
