using System.Text;
using BenchmarkDotNet.Attributes;
using Statute.SchemaCases;
using Statute.Schemas;

namespace Statute.Benchmarks.Schemas;

/// <summary>What it takes to compile a schema once more.</summary>
[MemoryDiagnoser]
public class Compiling
{
    private static readonly SchemaOptions Options = new() { AssertFormat = true };

    private byte[] _schema = [];

    public static IEnumerable<Workload> Workloads => Workload.All;

    [ParamsSource(nameof(Workloads))]
    public Workload Work { get; set; } = null!;

    [GlobalSetup]
    public void Start() => _schema = Encoding.UTF8.GetBytes(Work.Schema);

    [Benchmark]
    public JsonSchema Warm() => JsonSchema.Compile(_schema, Options);
}
