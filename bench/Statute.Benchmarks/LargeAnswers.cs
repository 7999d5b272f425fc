using BenchmarkDotNet.Attributes;

namespace Statute.Benchmarks;

/// <summary>An answer of 1 MiB through our response body, beside the server's alone: nothing of it is copied.</summary>
[MemoryDiagnoser]
public class LargeAnswers
{
    private Api _bare = null!;
    private Api _held = null!;

    [Params("pipe", "stream", "file")]
    public string Way { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        _bare = Api.Start(held: false);
        _held = Api.Start(held: true);
    }

    [Benchmark(Baseline = true)]
    public Task<int> Bare() => _bare.AskAsync(Request.Large(Way));

    [Benchmark]
    public Task<int> Held() => _held.AskAsync(Request.Large(Way));
}
