using Statute.JobCases.Kills;

namespace Statute.Jobs.Tests.Kills;

/// <summary>What the kill rounds must have hit, so that their silence says something.</summary>
public sealed class AimOfARun
{
    private static readonly Aim Fewest = new()
    {
        Kills = 20,
        HitRunning = 15,
        HitAccepting = 1,
        FoundAgain = 1,
        Replayed = 100,
        Parallel = 40,
        Misused = 20,
        InterruptedKeyless = 20,
    };

    [Fact]
    public void ThatHasHitEnoughIsSilent() => Assert.Empty(Fewest.Faults());

    [Fact]
    public void ThatWasTooShortIsSilent() =>
        Assert.Empty((Fewest with { Kills = 19, HitRunning = 0, HitAccepting = 0, FoundAgain = 0, Replayed = 0 }).Faults());

    [Fact]
    public void ThatHasMissedIsToldForEachThing()
    {
        Assert.Equal("Too few for 20 kills: 14 kills hit a running job.", OneFault(Fewest with { HitRunning = 14 }));
        Assert.Equal("Too few for 20 kills: 0 kills left a job whose 202 never came.", OneFault(Fewest with { HitAccepting = 0 }));
        Assert.Equal("Too few for 20 kills: 0 jobs whose 202 never came were told to a repeat.", OneFault(Fewest with { FoundAgain = 0 }));
        Assert.Equal("Too few for 20 kills: 99 answers said that their job was there before.", OneFault(Fewest with { Replayed = 99 }));
        Assert.Equal("Too few for 20 kills: 39 requests were sent beside another with their key.", OneFault(Fewest with { Parallel = 39 }));
        Assert.Equal("Too few for 20 kills: 19 requests used the key of another.", OneFault(Fewest with { Misused = 19 }));
        Assert.Equal("Too few for 20 kills: 19 jobs without a key were interrupted.", OneFault(Fewest with { InterruptedKeyless = 19 }));
    }

    [Fact]
    public void IsCountedFromWhatWasSentAndLeft()
    {
        var run = new RunAsText(RunAsText.True
            .Replace("job E plain-2 item-1 Failed 500 1", "job E plain-2 item-1 Running 0 1")
            .Replace("job C key-2 item-2 Succeeded 200 2", "job C key-2 item-2 Running 0 1"));
        var course = new Course();
        course.Kill(run.Store, [.. run.Sendings.Where(sending => sending.Kills == 0)]);

        Assert.Equal(
            new Aim
            {
                Kills = 1,
                HitRunning = 1,
                HitAccepting = 1,
                FoundAgain = 1,
                Replayed = 3,
                Parallel = 1,
                Misused = 1,
                InterruptedKeyless = 1,
            },
            Aim.Of(course, run.Sendings));
    }

    private static string OneFault(Aim aim) => Assert.Single(aim.Faults());
}
