using BenchmarkDotNet.Attributes;

namespace Statute.Benchmarks;

/// <summary>Each refusal, beside a 200 of the bare endpoint.</summary>
[MemoryDiagnoser]
public class Refusals
{
    private Api _bare = null!;
    private Api _held = null!;

    /// <summary>The problems that one request can have by itself.</summary>
    public static IEnumerable<ProblemType> Problems => ProblemTypes.All.Where(problem => Request.Of(problem) is not null);

    [ParamsSource(nameof(Problems))]
    public ProblemType Problem { get; set; }

    [GlobalSetup]
    public async Task Start()
    {
        _bare = Api.Start(held: false);
        _held = Api.Start(held: true);
        var status = await Refused();
        if (status != Problem.Code())
        {
            throw new InvalidOperationException($"{Problem} is answered with {status}.");
        }
    }

    [Benchmark(Baseline = true)]
    public Task<int> Bare200() => _bare.AskAsync(Request.Passing);

    [Benchmark]
    public Task<int> Refused() => _held.AskAsync(Request.Of(Problem)!);
}
