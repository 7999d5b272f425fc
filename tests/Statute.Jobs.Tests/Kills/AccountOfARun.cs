namespace Statute.Jobs.Tests.Kills;

/// <summary>The last comparison of the kill rounds: of what clients know, the store, and the effects.</summary>
public sealed class AccountOfARun
{
    [Fact]
    public void ThatIsAsPromisedIsSilent() => Assert.Empty(new RunAsText(RunAsText.True).Account.Check());

    [Theory]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "", "the acknowledged job A has ended")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Running 0 1", "the acknowledged job A has ended")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 NotStarted 0 0", "the acknowledged job A has ended")]
    [InlineData("sent plain-1 item-1 - 0 1-2 202 A", "sent plain-1 item-1 - 0 1-2 202 B",
        "the job B that was told for /items/item-1/count?tag=plain-1 without a key is its own")]
    [InlineData("sent key-3 item-3 key-3 0 13-14 202 D", "sent key-3 item-3 key-3 0 13-14 202 A",
        "the job A that was told for /items/item-3/count?tag=key-3 with the key key-3 is its own")]
    [InlineData("shown A Succeeded", "shown A Failed", "the job A has ended as Failed, as its monitor has shown")]
    [InlineData("shown A Succeeded", "shown F Succeeded", "the job F has ended as Succeeded, as its monitor has shown")]
    public void TellsWhatAClientWasToldAndIsNotSo(string line, string other, string fault) => Tells(line, other, fault);

    [Theory]
    [InlineData("", "job F key-1 item-2 Succeeded 200 1", "the request key-1 has one job, not B, F")]
    [InlineData("", "job F plain-2 item-1 Failed 500 1", "the request plain-2 has one job, not E, F")]
    [InlineData("", "job F nobody item-1 Succeeded 200 1", "the request nobody of the job F was sent")]
    [InlineData("", "job F other item-2-misused Succeeded 200 1",
        "the request /items/item-2-misused/count?tag=other with the key key-1 of another's key has no job")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-9 Succeeded 200 1",
        "the job A has the target of /items/item-1/count?tag=plain-1 without a key")]
    public void TellsAJobThatNobodyAskedFor(string line, string other, string fault) => Tells(line, other, fault);

    [Theory]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Canceled 0 1",
        "the job A has succeeded or failed, not Canceled")]
    [InlineData("job E plain-2 item-1 Failed 500 1", "job E plain-2 item-1 Running 0 1", "the job E has succeeded or failed, not Running")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Succeeded 404 1",
        "the job A that has succeeded has the code 200")]
    [InlineData("job E plain-2 item-1 Failed 500 1", "job E plain-2 item-1 Failed 404 1", "the job E that has failed has the code 500")]
    [InlineData("job A plain-1 item-1 Succeeded 200 1", "job A plain-1 item-1 Failed 500 1", "the failed job A was interrupted")]
    [InlineData("job E plain-2 item-1 Failed 500 1", "job E plain-2 item-1 Succeeded 200 1",
        "the interrupted job E without a key has failed")]
    [InlineData("job C key-2 item-2 Succeeded 200 2", "job C key-2 item-2 Failed 500 2", "the failed job C with a key was begun again")]
    public void TellsAnOutcomeThatMayNotBe(string line, string other, string fault) => Tells(line, other, fault);

    [Theory]
    [InlineData("begun B 1", "begun B 1 1", "no attempt at the job B was begun twice")]
    [InlineData("begun B 1", "begun B 1 2", "the attempts at the job B were counted before they began")]
    [InlineData("begun A 1", "begun A 1 2", "the job A without a key was begun once at most")]
    [InlineData("begun E 1", "begun E 1 2", "the job E without a key was begun once at most")]
    public void TellsAHandlerThatWasBegunTooOften(string line, string other, string fault) => Tells(line, other, fault);

    [Theory]
    [InlineData("counted A item-1", "", "the job A that has succeeded has counted")]
    [InlineData("", "counted F item-1", "the job F that has counted was accepted and begun")]
    [InlineData("begun A 1", "", "the job A that has counted was accepted and begun")]
    [InlineData("counted A item-1", "counted A item-9", "the job A has counted what was asked for")]
    [InlineData("counted E item-1", "counted E item-9", "the job E has counted what was asked for")]
    [InlineData("item item-1 2", "item item-1 3", "item-1 was counted once for each job")]
    [InlineData("item item-1 2", "", "item-1 was counted once for each job")]
    [InlineData("", "item item-9 1", "item-9 was counted once for each job")]
    public void TellsAnEffectThatIsWrong(string line, string other, string fault) => Tells(line, other, fault);

    private static void Tells(string line, string other, string fault) =>
        Assert.Contains($"Not true: {fault}.", RunAsText.With(line, other).Account.Check());
}
