using System.Diagnostics;

namespace Statute.JobCases.Rates;

/// <summary>A number of callers who do the same again and again, each when it is done.</summary>
internal static class Load
{
    internal static async Task<Figures> RunAsync(int callers, TimeSpan time, Func<int, Task> act)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(caller))));
        var took = clock.Elapsed.TotalSeconds;
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds;
        var all = times.SelectMany(one => one).Order().ToArray();
        return new(all.Length / took, all[all.Length / 2], all[all.Length * 99 / 100], used / all.Length);

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
