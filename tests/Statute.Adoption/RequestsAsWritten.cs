namespace Statute.Adoption;

/// <summary>The store as its team wrote it, without Statute: what the requests of this project ask, and what they are answered.</summary>
public sealed class RequestsAsWritten
{
    /// <summary>It hands its requests on to the static files, so that at their end nobody can be seen to have answered them.</summary>
    private const string PageForEveryPath = "GET,HEAD /shop/{*path:nonfile}";

    [Fact]
    public async Task Are_answered_with_the_codes_that_clients_know()
    {
        var run = await StoreRun.AsWritten;
        Findings.None(run.Answers.Where(a => a.Status != a.Request.AsWritten).Select(a => $"{a.Request.Line}\n{a.Bytes}"));
    }

    [Fact]
    public async Task Ask_every_one_of_eighty_endpoints_and_more()
    {
        var run = await StoreRun.AsWritten;
        Assert.True(run.Endpoints.Count >= 80, $"There are {run.Endpoints.Count}.");
        var asked = run.Answers.Select(answer => answer.Endpoint ?? "").Append(PageForEveryPath);
        Findings.None(run.Endpoints.Except(asked));
    }
}
