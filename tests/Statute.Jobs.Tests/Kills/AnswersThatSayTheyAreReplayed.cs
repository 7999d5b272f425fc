namespace Statute.Jobs.Tests.Kills;

/// <summary>What the kill rounds know of Idempotent-Replayed: who has made a job, and who found it.</summary>
public sealed class AnswersThatSayTheyAreReplayed
{
    private const string Key = "/items/item-2/count?tag=key-1 with the key key-1";
    private const string Lost = "/items/item-2/count?tag=key-2 with the key key-2";

    [Theory]
    [InlineData("sent key-1 item-2 key-1 0 6-7 202 B true", "sent key-1 item-2 key-1 0 6-7 202 B",
        $"2 answers to {Key} do not say that the job was there before.")]
    [InlineData("sent key-1 item-2 key-1 0 6-7 202 B true", "sent key-1 item-2 key-1 0 9-10 202 B",
        $"The answer to {Key} does not say that the job was there before, and it was.")]
    [InlineData("sent key-2 item-2 key-2 1 11-12 202 C true", "sent key-2 item-2 key-2 1 11-12 202 C",
        $"The answer to {Lost} does not say that the job was there before, and it was.")]
    [InlineData("sent key-1 item-2 key-1 0 5-8 202 B", "sent key-1 item-2 key-1 0 5-8 202 B true",
        $"The answer to {Key} says that the job was there before, and nobody can have made it.")]
    [InlineData("sent key-1 item-2 key-1 0 5-8 202 B", "",
        $"The answer to {Key} says that the job was there before, and nobody can have made it.")]
    [InlineData("sent key-2 item-2 key-2 0 9-10 lost", "sent key-2 item-2 key-2 2 13-14 lost",
        $"The answer to {Lost} says that the job was there before, and nobody can have made it.")]
    [InlineData("sent plain-1 item-1 - 0 1-2 202 A", "sent plain-1 item-1 - 0 1-2 202 A true",
        "The answer to /items/item-1/count?tag=plain-1 without a key says that the job was there before, and nobody can have made it.")]
    public void AndShouldNotOrTheOtherWayRoundAreTold(string line, string other, string fault) =>
        Assert.Contains(fault, RunAsText.With(line, other).Account.Check());

    // Of the answer that was lost nobody knows what it said, and the order of two at once nobody knows either.
    [Theory]
    [InlineData("sent key-1 item-2 key-1 0 5-8 202 B", "sent key-1 item-2 key-1 0 5-8 lost")]
    [InlineData("sent key-1 item-2 key-1 0 6-7 202 B true", "sent key-1 item-2 key-1 0 9-10 202 B true")]
    [InlineData("sent key-1 item-2 key-1 0 6-7 202 B true", "sent key-1 item-2 key-1 0 9-10 lost")]
    public void AsTheyHaveToAreNot(string line, string other) => Assert.Empty(RunAsText.With(line, other).Account.Check());

    [Fact]
    public void WhereTheLostRequestCameToNobodyAreNot()
    {
        var run = RunAsText.True.Replace("1 11-12 202 C true", "1 11-12 202 C").Replace("found A B C D E 1", "found A B D E 1\nfound C 2");
        Assert.Empty(new RunAsText(run).Account.Check());
    }
}
