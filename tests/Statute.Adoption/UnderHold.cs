using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>
/// The store held to the table of RFC 9110 and the rows that its team has added. That its own integration tests pass unchanged is shown by
/// running them: <see cref="Store.ProductTests"/>, <see cref="Store.SalesTests"/>, <see cref="Store.PlatformTests"/>.
/// </summary>
public sealed class UnderHold
{
    [Fact]
    public async Task Changes_no_code_that_a_handler_answers()
    {
        var general = Announced.By((await StoreRun.Observed).Report).General;
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Held);
        Findings.None(
            from pair in compared
            let change = (pair.Before.Status, pair.After.Status)
            where pair.Before.Status != pair.After.Status
                && (!general.Exists(announced => announced.Explains(pair.Before, pair.After)) || change == (400, 422))
            select $"{pair.Before.Request.Line}\nof {pair.Before.Endpoint}: {change}");
    }

    [Fact]
    public async Task Has_only_redirects_left_in_its_report() => Assert.All(
        Announced.By((await StoreRun.Held).Report).OfEndpoints,
        change => Assert.Equal(change.Before, change.After));

    [Fact]
    public async Task Changes_no_byte_of_an_answer_that_passes()
    {
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Held);
        Findings.None(
            from pair in compared
            where pair.Before.Status < 400 && pair.After.Status < 400 && !pair.Before.Request.IsForDescription
            where pair.Before.Steady != pair.After.Steady
            select $"{pair.Before.Request.Line}\n- {pair.Before.Steady}\n+ {pair.After.Steady}");
    }
}
