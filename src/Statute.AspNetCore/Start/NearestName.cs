namespace Statute.AspNetCore.Start;

/// <summary>The name that somebody may have meant who has written another.</summary>
internal static class NearestName
{
    /// <summary>How many letters may be wrong in what is still taken for a slip.</summary>
    private const int MaxDistance = 3;

    /// <summary>The nearest of the names, by the letters to change, add and leave out; null where none is near.</summary>
    internal static string? Of(string written, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= MaxDistance && candidate.Distance < candidate.Name.Length / 2)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
