using Statute.JobCases.Kills;

namespace Statute.Jobs.Tests.Kills;

/// <summary>Whether the kill rounds take an answer for what it has to be, at once and whatever else was sent.</summary>
public sealed class AnswerToASubmission
{
    private static readonly Submission Plain = new() { Item = "item-1", Tag = "tag" };
    private static readonly Submission Misuse = (Plain with { Key = "key" }).Misuse("other");

    [Fact]
    public void ThatIsAcceptedIsTheJob()
    {
        var ledger = new Ledger();
        var sending = ledger.End(ledger.Send(Plain), new(202) { Job = "A" });
        Assert.Equal(("A", 1, 0), (sending.Job, ledger.Acknowledged, ledger.Sending));
        Assert.Empty(ledger.Faults);
    }

    [Fact]
    public void ThatDoesNotComeIsNoFault()
    {
        var ledger = new Ledger();
        Assert.Null(ledger.End(ledger.Send(Plain), null).Job);
        Assert.Null(ledger.End(ledger.Send(Misuse), null).Job);
        Assert.Empty(ledger.Faults);
    }

    [Fact]
    public void WithTheKeyOfAnotherIsARefusal()
    {
        var ledger = new Ledger();
        Assert.Null(ledger.End(ledger.Send(Misuse), new(422) { Problem = "key-reused" }).Job);
        Assert.Empty(ledger.Faults);
    }

    [Theory]
    [InlineData(false, 500, null, null, null)]
    [InlineData(false, 0, null, null, null)]
    [InlineData(false, 202, null, null, null)]
    [InlineData(false, 202, "A", null, "false")]
    [InlineData(false, 422, null, "key-reused", null)]
    [InlineData(true, 202, "A", null, null)]
    [InlineData(true, 202, "A", null, "true")]
    [InlineData(true, 422, null, "invalid-content", null)]
    [InlineData(true, 422, null, "key-reused", "true")]
    [InlineData(true, 409, null, "key-reused", null)]
    public void ThatIsAnotherIsToldAtOnceWithIt(bool misuses, int status, string? job, string? problem, string? replayed)
    {
        var ledger = new Ledger();
        var submission = misuses ? Misuse : Plain;
        var reply = new Reply(status) { Job = job, Problem = problem, Replayed = replayed, Content = "what was said" };
        ledger.End(ledger.Send(submission), reply);
        Assert.Equal($"The request {submission} was answered {status}, replayed '{replayed}': what was said", Assert.Single(ledger.Faults));
    }

    [Theory]
    [InlineData("""{"id":"A"}""", "A")]
    [InlineData("""{"id":1}""", null)]
    [InlineData("""{"name":"A"}""", null)]
    [InlineData("""["id"]""", null)]
    [InlineData("""{"id":"A""", null)]
    [InlineData("", null)]
    public void IsReadAsFarAsItCanBe(string content, string? id) => Assert.Equal(id, Reply.Member(content, "id"));
}
