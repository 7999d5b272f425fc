using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Statute.SchemaCases;
using Statute.Schemas;

namespace Statute.Benchmarks.Schemas;

/// <summary>Content that conforms is judged, beside .NET's reader reading every token of it and its parser building a document.</summary>
[MemoryDiagnoser]
public class Verdicts
{
    private byte[] _content = [];
    private ReadOnlySequence<byte> _pieces;
    private JsonSchema _schema = null!;

    public static IEnumerable<Workload> Workloads => Workload.All;

    [ParamsSource(nameof(Workloads))]
    public Workload Work { get; set; } = null!;

    [Params(1 << 10, 10 << 10, 1 << 20)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _content = Work.ContentOf(Bytes);
        _pieces = Piece.Join(_content, 4096);
        _schema = JsonSchema.Compile(Encoding.UTF8.GetBytes(Work.Schema), new SchemaOptions { AssertFormat = true });
        if (!_schema.IsValid(_pieces))
        {
            throw new InvalidOperationException($"The content of {Work} does not conform: {_schema.Explain(_content).Violations[0]}");
        }
    }

    [Benchmark(Baseline = true)]
    public int Reader()
    {
        var reader = new Utf8JsonReader(_content);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    [Benchmark]
    public bool Verdict() => _schema.IsValid(_content);

    [Benchmark]
    public bool VerdictOfPieces() => _schema.IsValid(_pieces);

    [Benchmark]
    public SchemaReport Explanation() => _schema.Explain(_content);

    [Benchmark]
    public void Document() => JsonDocument.Parse(_content).Dispose();
}
