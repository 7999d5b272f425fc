namespace Statute.Adoption;

/// <summary>What a test has found wrong; a failure tells all of it.</summary>
internal static class Findings
{
    internal static void None(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, string.Join("\n----\n", found));
    }
}
