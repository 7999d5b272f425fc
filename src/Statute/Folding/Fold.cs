using System.Globalization;

namespace Statute.Folding;

/// <summary>What becomes of codes that the table has no row for.</summary>
/// <param name="Codes">The codes, such as <c>502</c> or <c>521-523, 525</c>.</param>
/// <param name="To">The code of the row that takes them.</param>
/// <param name="Harmless">The code of the row where a repeat is harmless; <paramref name="To"/> where that makes no difference.</param>
/// <param name="Asked">What a request has to ask for so that the code passes.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Deviation">The requirement of an RFC that is not met, and where it stands; null for none.</param>
public sealed record Fold(string Codes, int To, int Harmless, AskedFor Asked, string Reason, string? Deviation)
{
    /// <summary>Whether these are the codes.</summary>
    /// <param name="code">A status code.</param>
    public bool Names(int code)
    {
        foreach (var part in Codes.Split(','))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var (first, last) = dash < 0 ? (part, part) : (part[..dash], part[(dash + 1)..]);
            if (code >= Number(first) && code <= Number(last))
            {
                return true;
            }
        }

        return false;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
}
