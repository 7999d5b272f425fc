using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Statute.Benchmarks;
using Statute.Benchmarks.Schemas;

if (args is ["ratios"])
{
    VerdictRatios.Run();
    return;
}

if (args is ["answers"])
{
    await AnswerRatios.RunAsync();
    return;
}

// In this process: the project is built once, by the SDK, and not again by the harness.
var job = Job.ShortRun.WithIterationCount(7).WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Api).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
