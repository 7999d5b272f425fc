namespace Statute.Jobs.Tests.Stores;

/// <summary>An application under load, in a process of its own.</summary>
public sealed class InterruptedProcess
{
    // The long run is in docs/jobs.md.
    [Fact]
    public async Task ThatIsKilledLosesNothingItHasToldAndRecordsNothingTwice() =>
        await JobCase.SucceedsAsync("dotnet", JobCase.Program, "kills", "4", "1");

    [Fact]
    public async Task ThatStoodStillPastItsLeasesRecordsNothingLate() =>
        await JobCase.SucceedsAsync("dotnet", JobCase.Program, "stopped");
}
