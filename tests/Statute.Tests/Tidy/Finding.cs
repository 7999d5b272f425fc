namespace Statute.Tests.Tidy;

/// <summary>One place that breaks a rule; the member is named where an exception may be made for it alone.</summary>
internal sealed record Finding(string Path, int Line, string Message, string Member = "")
{
    /// <summary>What an exception names: the file, or the file and a member of it.</summary>
    public string Subject => Member.Length == 0 ? Path : $"{Path} {Member}";

    public override string ToString() => $"{Path}:{Line}: {(Member.Length == 0 ? "" : Member + ": ")}{Message}";

    public static void None(IReadOnlyCollection<Finding> findings) =>
        Assert.True(findings.Count == 0, string.Join('\n', findings.Select(finding => finding.ToString()).Prepend("").Distinct()));
}
