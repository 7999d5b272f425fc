using System.Diagnostics;

namespace Statute.JobCases;

/// <summary>A number of callers who do the same again and again, each when it is done.</summary>
internal static class Load
{
    /// <summary>What came of it.</summary>
    /// <param name="PerSecond">How often it was done in a second.</param>
    /// <param name="Median">How long it took, half the time at most, in microseconds.</param>
    /// <param name="Slow">How long it took, 99 of 100 times at most, in microseconds.</param>
    /// <param name="Processor">How much of a processor it took each time, in microseconds, of this process.</param>
    internal readonly record struct Figures(double PerSecond, double Median, double Slow, double Processor);

    internal static async Task<Figures> RunAsync(int callers, TimeSpan time, Func<int, Task> act)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(caller))));
        var took = clock.Elapsed.TotalSeconds;
        var all = times.SelectMany(one => one).Order().ToArray();
        return new(all.Length / took, all[all.Length / 2], all[all.Length * 99 / 100],
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / all.Length);

        async Task<List<double>> CallAsync(int caller)
        {
            var own = new List<double>();
            while (clock.Elapsed < time)
            {
                var began = Stopwatch.GetTimestamp();
                await act(caller);
                own.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }

            return own;
        }
    }
}
