using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>The store held to the fourteen rows: only what the start report announced differs, and all of that does.</summary>
public sealed class UnderFold
{
    /// <summary>What .NET says of content that cannot be parsed stands in the detail.</summary>
    private const string FaultsOfNet = "errors";

    [Fact]
    public async Task Changes_no_code_that_was_not_announced()
    {
        var announced = Announced.By((await StoreRun.Observed).Report);
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Folded);
        Findings.None(
            from pair in compared
            let before = pair.Before.Status
            let after = pair.After.Status
            where before != after
                && !announced.OfEndpoints.Contains((pair.Before.Endpoint ?? "", before, after))
                && !announced.General.Exists(change => change.Explains(pair.Before, pair.After))
            select $"{pair.Before.Request.Line}\nof {pair.Before.Endpoint}: {before} has become {after}");
    }

    [Fact]
    public async Task Changes_every_code_that_was_announced()
    {
        var announced = Announced.By((await StoreRun.Observed).Report);
        Assert.NotEmpty(announced.General);
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Folded);
        var seen = compared.Select(pair => (pair.Before.Endpoint, pair.Before.Status, pair.After.Status)).ToHashSet();
        var endpoints = announced.OfEndpoints.GroupBy(change => (change.Endpoint, change.Before))
            .Where(changes => !changes.Any(change => seen.Contains(change)))
            .Select(changes => $"{changes.Key.Endpoint}: {changes.Key.Before} has not become {changes.First().After}");
        var general = announced.General
            .Where(change => !change.TakesTwoWriters && !compared.Any(pair => change.Explains(pair.Before, pair.After)))
            .Select(change => $"Nowhere has {change.Before} become {change.After}: {change.Line}");
        Findings.None([.. endpoints, .. general]);
    }

    [Fact]
    public async Task Announces_the_same_once_it_folds()
    {
        var observed = Announced.By((await StoreRun.Observed).Report);
        var folded = Announced.By((await StoreRun.Folded).Report);
        Assert.True(observed.OfEndpoints.Count > 50);
        Assert.Equal(observed.OfEndpoints, folded.OfEndpoints);
        Assert.Equal(observed.LeftAlone, folded.LeftAlone);
    }

    [Fact]
    public async Task Changes_no_byte_of_an_answer_that_passes_but_for_its_code()
    {
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Folded);
        Findings.None(
            from pair in compared
            where pair.Before.Status < 400 && pair.After.Status < 400 && !pair.Before.Request.IsForDescription
            where pair.Before.Status == pair.After.Status
                ? pair.Before.Steady != pair.After.Steady
                : pair.Before.SteadyButForTheCode != pair.After.SteadyButForTheCode
            select $"{pair.Before.Request.Line}\n- {pair.Before.Steady}\n+ {pair.After.Steady}");
    }

    [Fact]
    public async Task Changes_no_byte_of_what_it_announced_to_leave_alone()
    {
        var alone = Announced.By((await StoreRun.Folded).Report).LeftAlone;
        var compared = (await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Folded))
            .Where(pair => alone.Contains(pair.Before.Endpoint ?? "")).ToList();
        Assert.Equal(alone.Order(), compared.Select(pair => pair.Before.Endpoint!).Distinct().Order());
        Assert.All(compared, pair => Assert.Equal(pair.Before.Steady, pair.After.Steady));
    }

    [Fact]
    public async Task Refuses_by_problems_that_keep_the_members_of_the_stores_own_errors()
    {
        var alone = Announced.By((await StoreRun.Folded).Report).LeftAlone;
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Folded);
        Findings.None(
            from pair in compared
            where pair.After.Status >= 400 && !alone.Contains(pair.Before.Endpoint ?? "")
            let lost = pair.Before.Status >= 400 && pair.After.Status < 500
                ? pair.Before.Members().Except(pair.After.Members()).Except([FaultsOfNet]).ToList()
                : []
            where !pair.After.IsProblem || lost.Count > 0
            select $"{pair.Before.Request.Line}\n{string.Join(", ", lost)}\n{pair.After.Bytes}");
    }
}
