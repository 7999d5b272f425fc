using Statute.JobCases.Kills;

namespace Statute.Jobs.Tests.Kills;

/// <summary>What kills have left, one after the other, and what it is compared with.</summary>
public sealed class CourseOfKills
{
    private const string Before = """
        sent plain-1 item-1 - 0 1-2 202 A
        sent plain-2 item-1 - 0 3-4 202 B
        sent key-1 item-1 key-1 0 5-6 lost
        job A plain-1 item-1 Succeeded 200 1
        job B plain-2 item-1 Running 0 1
        job C key-1 item-1 NotStarted 0 0
        """;

    [Fact]
    public void KnowsWhatWasHit()
    {
        var course = After(Before);
        Assert.Equal(["B"], course.Interrupted);
        Assert.Equal(["B"], course.Orphans);
        Assert.Equal(["C"], course.Untold);
        Assert.Equal((1, 1, 1), (course.Kills, course.HitRunning, course.HitAccepting));

        var later = new RunAsText($"{Before}\nsent key-1 item-1 key-1 1 7-8 202 C true\njob D plain-3 item-1 NotStarted 0 0"
            .Replace("Running 0 1", "Failed 500 1").Replace("key-1 item-1 NotStarted 0 0", "key-1 item-1 Succeeded 200 1"));
        Assert.Empty(course.Kill(later.Store, later.Sendings));
        Assert.Equal(["B"], course.Interrupted);
        Assert.Empty(course.Orphans);
        Assert.Equal(["C", "D"], course.Untold);
        Assert.Equal((2, 1, 2), (course.Kills, course.HitRunning, course.HitAccepting));
        course.Kill(later.Store, later.Sendings);
        Assert.Equal((3, 1, 2), (course.Kills, course.HitRunning, course.HitAccepting));
        Assert.Equal([("A", 1), ("B", 1), ("C", 1), ("D", 2)], course.Found.Select(found => (found.Key, found.Value)));
    }

    [Theory]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Failed 500 1", "The job A was JobRecord *Succeeded*Failed*")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Succeeded 200 2", "The job A was JobRecord *Attempts = 2*")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "", "The job A was JobRecord *gone*")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "", "The acknowledged job A of /items/item-1/count?tag=plain-1 * is not there.")]
    [InlineData("job B plain-2 item-1 Running 0 1", "", "The job B was JobRecord *gone*")]
    [InlineData("job C key-1 item-1 NotStarted 0 0", "", "The job C was JobRecord *gone*")]
    public void TellsWhatHasChangedAndMayNot(string line, string other, string fault)
    {
        var course = After(Before);
        var run = new RunAsText(Before.Replace(line, other));
        Assert.Contains(course.Kill(run.Store, run.Sendings), told => IsLike(told, fault));
    }

    [Fact]
    public void TellsAnAcknowledgedJobThatNoKillHasLeft()
    {
        var run = new RunAsText("sent plain-1 item-1 - 0 1-2 202 A");
        Assert.Equal(
            "The acknowledged job A of /items/item-1/count?tag=plain-1 without a key is not there.",
            Assert.Single(new Course().Kill(run.Store, run.Sendings)));
    }

    [Fact]
    public void IsComparedAtTheEndToo()
    {
        var course = After(Before);
        var run = new RunAsText(Before.Replace("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Failed 500 1"));
        Assert.Single(course.End(run.Store, run.Sendings));
        Assert.Equal(1, course.Kills);
    }

    private static Course After(string text)
    {
        var course = new Course();
        var run = new RunAsText(text);
        Assert.Empty(course.Kill(run.Store, run.Sendings));
        return course;
    }

    private static bool IsLike(string text, string pattern)
    {
        var at = 0;
        return Array.TrueForAll(pattern.Split('*'), part => (at = text.IndexOf(part, at, StringComparison.Ordinal)) >= 0);
    }
}
