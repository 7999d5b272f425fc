using System.Diagnostics;
using System.Globalization;
using System.Text;
using Statute.Schemas;

namespace Statute.SchemaCases;

/// <summary>Measures the first compilation of a process: most of it is the runtime's, which compiles the compiler.</summary>
internal static class ColdCompile
{
    /// <summary>Prints how many milliseconds the first compilation takes, and the first verdict behind it.</summary>
    internal static void Run(string name)
    {
        var workload = Workload.All.Single(workload => workload.Name == name);
        var text = Encoding.UTF8.GetBytes(workload.Schema);
        var content = workload.ContentOf(1 << 10);
        var start = Stopwatch.GetTimestamp();
        var schema = JsonSchema.Compile(text, new SchemaOptions { AssertFormat = true });
        var compiled = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        schema.IsValid(content);
        var judged = Stopwatch.GetElapsedTime(start).TotalMilliseconds - compiled;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} compiled {compiled:0.0} judged {judged:0.0}"));
    }
}
