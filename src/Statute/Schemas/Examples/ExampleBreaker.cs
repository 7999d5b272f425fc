using System.Text;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Explaining;

namespace Statute.Schemas.Examples;

/// <summary>
/// Breaks an example in one place after the other, in the ways that the schemas of the place suggest, and keeps what the engine
/// refuses for one reason only. Bounded in tries.
/// </summary>
internal sealed class ExampleBreaker(SchemaNode root, SchemaBudgets budgets, int seed)
{
    private const int MaxTries = 20_000;
    private const int MaxBytes = 1 << 20;

    private readonly Dictionary<string, BrokenExample> _found = [];
    private int _tries;

    public IReadOnlyList<BrokenExample> Found => [.. _found.Values];

    public void Break(MadeValue whole) => Break(whole, whole);

    private void Break(MadeValue whole, MadeValue part)
    {
        var breaks = new PartBreaks(part, budgets, new Chance((ulong)seed));
        foreach (var replacement in breaks.All().Distinct())
        {
            if (++_tries <= MaxTries)
            {
                Try(whole.ToJson(part, replacement));
            }
        }

        foreach (var inner in part.Parts)
        {
            Break(whole, inner);
        }
    }

    private void Try(string json)
    {
        var content = Encoding.UTF8.GetBytes(json);
        if (content.Length > MaxBytes)
        {
            return;
        }

        var report = Explainer.Explain(root, content, budgets, 2);
        if (report is { Verdict: SchemaVerdict.Invalid, Violations: [var violation] })
        {
            // Each name that is required is a demand of its own.
            var key = violation.Keyword == "required" ? violation.KeywordLocation + violation.Detail : violation.KeywordLocation;
            _found.TryAdd(key, new BrokenExample(content, violation));
        }
    }
}
