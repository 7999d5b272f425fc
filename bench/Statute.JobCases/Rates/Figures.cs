namespace Statute.JobCases.Rates;

/// <summary>What came of a load.</summary>
/// <param name="PerSecond">How often something was done in a second.</param>
/// <param name="Median">How long it took, half the time at most, in microseconds.</param>
/// <param name="Slow">How long it took, 99 of 100 times at most, in microseconds.</param>
/// <param name="Processor">How much of a processor this process took for it each time, in microseconds.</param>
internal readonly record struct Figures(double PerSecond, double Median, double Slow, double Processor)
{
    /// <summary>Of several rounds, the median of each figure.</summary>
    internal static Figures MedianOf(IReadOnlyCollection<Figures> rounds) => new(
        MedianOf(rounds, round => round.PerSecond), MedianOf(rounds, round => round.Median), MedianOf(rounds, round => round.Slow),
        MedianOf(rounds, round => round.Processor));

    private static double MedianOf(IReadOnlyCollection<Figures> rounds, Func<Figures, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
