namespace Statute.Tests.Tidy;

/// <summary>
/// The one list of exceptions to the limits. An exception that nothing needs any more fails, so the list only shrinks by itself
/// and grows by a decision that somebody reads.
/// </summary>
public sealed class Exceptions
{
    internal const string LongFunction = "long-function";
    internal const string LongFile = "long-file";
    internal const string LongLine = "long-line";
    internal const string FileName = "file-name";
    internal const string Wait = "wait";

    // rule: path/to/file.cs [Member]: reason
    private const string Table = """
        long-function: src/Statute/Problems/ProblemText.cs Of: the texts of the pages, one arm for each problem type
        wait: samples/Stockroom/Recounts.cs Recount: the walk through the stockroom takes two seconds, and that is what the sample shows
        """;

    [Fact]
    public void NameTheRuleAndGiveAReason() => Finding.None(Faults(Table));

    [Fact]
    public void WithoutAReasonAreFound() => Assert.Equal(2, Faults("wait: a.cs Slow:\nspeed: a.cs: it is fast").Count);

    [Fact]
    public void CoverWhatTheyNameAndNothingElse()
    {
        Finding[] findings = [new("a.cs", 3, "is long", "Slow"), new("a.cs", 9, "is long", "Slower")];
        var left = Left(LongFunction, findings, "long-function: a.cs Slow: a table");
        Assert.Equal("a.cs:9: Slower: is long", Assert.Single(left).ToString());
        Assert.Equal(2, Left(LongFile, findings, "long-function: a.cs Slow: a table").Count);
    }

    [Fact]
    public void ThatNothingNeedsAreFound()
    {
        var left = Assert.Single(Left(LongFunction, [], "long-function: a.cs Slow: a table"));
        Assert.Contains("'a.cs Slow'", left.Message);
        Assert.Empty(Left(LongFile, [], "long-function: a.cs Slow: a table"));
    }

    /// <summary>The findings that no exception covers, and a finding for each exception of the rule that covers none.</summary>
    internal static IReadOnlyList<Finding> Left(string rule, IReadOnlyCollection<Finding> findings, string table = Table)
    {
        var subjects = Parse(table).Where(line => line.Rule == rule).Select(line => line.Subject).ToHashSet();
        var unused = subjects.Except(findings.Select(finding => finding.Subject));
        return
        [
            .. findings.Where(finding => !subjects.Contains(finding.Subject)),
            .. unused.Select(subject => Here($"the {rule} exception for '{subject}' is no longer needed; take its line out.")),
        ];
    }

    private static List<Finding> Faults(string table) =>
    [
        .. Parse(table).Where(line => line.Reason.Length == 0).Select(line => Here($"'{line.Subject}' gives no reason.")),
        .. Parse(table).Where(line => line.Rule is not (LongFunction or LongFile or LongLine or FileName or Wait))
            .Select(line => Here($"'{line.Rule}' is not the name of a rule.")),
    ];

    private static IEnumerable<(string Rule, string Subject, string Reason)> Parse(string table) =>
        from line in table.Split('\n')
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split(':', 3, StringSplitOptions.TrimEntries)
        select (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");

    private static Finding Here(string message) => new(Repository.Rules + "Exceptions.cs", 1, message);
}
