namespace Statute.Schemas.Explaining;

/// <summary>Names of keywords, and where they stand.</summary>
internal static class KeywordText
{
    private static readonly string[] Names =
    [
        .. Enum.GetNames<Keyword>()
            .Select(name => name == nameof(Keyword.FalseSchema) ? "false" : char.ToLowerInvariant(name[0]) + name[1..]),
    ];

    public static string NameOf(Keyword keyword) => Names[(int)keyword];

    /// <summary>The schema <c>false</c> has no keywords: it stands for itself.</summary>
    public static string LocationOf(Finding finding) =>
        Shortened.Location(finding.Keyword == Keyword.FalseSchema ? finding.Schema.Location
            : $"{finding.Schema.Location}/{NameOf(finding.Keyword)}");
}
