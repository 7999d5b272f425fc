using System.Text.RegularExpressions;

namespace Statute.Adoption.Wire;

/// <summary>What a start report announces, as codes.</summary>
internal sealed partial class Announced
{
    private Announced(string report)
    {
        foreach (var section in Section().Matches(report).Select(match => match.Groups))
        {
            Read(section["heading"].Value, section["lines"].Captures.Select(line => line.Value.Trim()));
        }
    }

    /// <summary>Of single endpoints: the endpoint, the code as written, and the code that it becomes.</summary>
    internal List<(string Endpoint, int Before, int After)> OfEndpoints { get; } = [];

    /// <summary>Of everything that is held.</summary>
    internal List<GeneralChange> General { get; } = [];

    /// <summary>The endpoints that are left alone.</summary>
    internal List<string> LeftAlone { get; } = [];

    internal static Announced By(string report) => new(report);

    private void Read(string heading, IEnumerable<string> lines)
    {
        switch (heading)
        {
            case "Declared, and outside the table":
                OfEndpoints.AddRange(lines.SelectMany(OfEndpoint));
                break;
            case "On everything that is held":
                General.AddRange(lines.SelectMany(line => Codes(line).Select(pair => new GeneralChange(pair.Before, pair.After, line))));
                break;
            case "Null is 404 here, and was 204":
                OfEndpoints.AddRange(lines.Select(endpoint => (endpoint, 204, 404)));
                break;
            case "Left alone":
                LeftAlone.AddRange(lines.Select(line => line[..line.LastIndexOf(": ", StringComparison.Ordinal)]));
                break;
        }
    }

    private static IEnumerable<(string Endpoint, int Before, int After)> OfEndpoint(string line)
    {
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        var endpoint = line[..colon];
        var said = line[(colon + 2)..];
        var before = int.Parse(said.AsSpan(0, 3));
        return said.EndsWith("a redirect", StringComparison.Ordinal)
            ? [(endpoint, before, before)]
            : Codes(said).Select(change => (endpoint, change.Before, change.After));
    }

    /// <summary><c>200 and 414 become 400</c>, <c>502 becomes 500, or 503 where ...</c>: every pair.</summary>
    private static IEnumerable<(int Before, int After)> Codes(string said)
    {
        var match = Change().Match(said);
        return from before in match.Groups["before"].Captures
               from after in match.Groups["after"].Captures
               select (int.Parse(before.ValueSpan), int.Parse(after.ValueSpan));
    }

    [GeneratedRegex("^(?<heading>[^ \n][^\n]*):\n(?<lines>  [^\n]*(\n|$))+", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^(?<before>[0-9]{3})( and (?<before>[0-9]{3}))? becomes? (?<after>[0-9]{3})(, or (?<after>[0-9]{3}))?")]
    private static partial Regex Change();
}
