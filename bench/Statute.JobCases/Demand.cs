namespace Statute.JobCases;

internal static class Demand
{
    /// <exception cref="InvalidOperationException">It is not true.</exception>
    internal static void That(bool isTrue, string statement)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException($"Not true: {statement}.");
        }
    }
}
