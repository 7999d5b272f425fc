using BenchmarkDotNet.Attributes;

namespace Statute.Benchmarks;

/// <summary>A request that passes, beside the same endpoint without Statute.</summary>
[MemoryDiagnoser]
public class Passes
{
    private Api _bare = null!;
    private Api _held = null!;

    [GlobalSetup]
    public void Start()
    {
        _bare = Api.Start(held: false);
        _held = Api.Start(held: true);
    }

    [Benchmark(Baseline = true)]
    public Task<int> Bare() => _bare.AskAsync(Request.Passing);

    [Benchmark]
    public Task<int> Held() => _held.AskAsync(Request.Passing);

    [Benchmark]
    public Task<int> BareWithContent() => _bare.AskAsync(Request.PassingWithContent);

    [Benchmark]
    public Task<int> HeldWithContent() => _held.AskAsync(Request.PassingWithContent);
}
