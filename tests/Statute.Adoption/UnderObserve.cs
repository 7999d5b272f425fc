using System.Text.RegularExpressions;
using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>The store that is only observed: byte for byte what it was, and the log says what holding it would change.</summary>
public sealed partial class UnderObserve
{
    [Fact]
    public async Task Answers_byte_for_byte_as_it_was_written()
    {
        var compared = await StoreRun.CompareAsync(StoreRun.AsWritten, StoreRun.Observed);
        Findings.None(
            from pair in compared
            where pair.Before.Steady != pair.After.Steady
            select $"{pair.Before.Request.Line}\n- {pair.Before.Steady}\n+ {pair.After.Steady}");
    }

    [Fact]
    public async Task Has_in_its_log_every_code_that_is_outside_the_table_and_would_be_held()
    {
        var run = await StoreRun.Observed;
        var alone = Announced.By(run.Report).LeftAlone;
        var left = run.Answers.Where(answer => !alone.Contains(answer.Endpoint ?? "") && !IsPreflight(answer))
            .Select(answer => answer.Status).Where(IsOutside).Order().ToList();
        var logged = run.Said.Select(text => Observed().Match(text)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["code"].ValueSpan)).Order();
        Assert.Equal(left, logged);
    }

    /// <summary>Neither a row, nor a redirect, nor asked for; and 414 Kestrel answers by itself.</summary>
    private static bool IsOutside(int status) =>
        StatusTable.Default.Find(status) is null && status is not (206 or 301 or 302 or 303 or 304 or 308 or 414);

    /// <summary>What CORS answers to a browser passes under every profile.</summary>
    private static bool IsPreflight(StoreAnswer answer) =>
        answer.Status == 204 && answer.Request.Head.Contains("\r\nAccess-Control-Request-Method: ", StringComparison.Ordinal);

    [GeneratedRegex("^Observed .*: (?<code>[0-9]{3}) is outside the table")]
    private static partial Regex Observed();
}
