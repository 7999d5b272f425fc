using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Examples;

/// <summary>
/// Breaks an example in one place after the other, in the ways that the schemas of the place suggest, and keeps what the engine
/// refuses for one reason only. What stands in a place is judged by the schemas of that place first, which is less work than to judge
/// the whole: only what breaks one keyword there that is not broken yet is tried in the whole.
/// </summary>
internal sealed class ExampleBreaker(SchemaNode root, SchemaBudgets budgets, int seed, Work work)
{
    private const int TriesOfAKeyword = 8;
    private const int MaxQuiet = 1000;
    private const int MaxBytes = 1 << 20;

    private readonly ExampleCheck _check = new(budgets, work);
    private readonly Dictionary<string, BrokenExample> _found = [];
    private readonly Dictionary<string, int> _tries = [];
    private readonly List<(string Whole, Range Place, string Replacement)> _quiet = [];

    public IReadOnlyList<BrokenExample> Found => [.. _found.Values];

    public void Break(MadeValue whole) => Break(whole, 0, whole);

    /// <summary>Tries what broke nothing in its own place: it may break something around it.</summary>
    public void BreakAround()
    {
        foreach (var (whole, place, replacement) in _quiet)
        {
            Try(whole, place, replacement);
        }
    }

    private void Break(MadeValue whole, int start, MadeValue part)
    {
        // What one part takes is left to its own parts and to others as well: half of it, at least.
        var end = work.Left / 2;
        var place = start..(start + part.Json.Length);
        foreach (var replacement in new PartBreaks(part, budgets, new Chance((ulong)seed), work).All())
        {
            work.Spend(replacement.Length);
            if (work.Left <= end)
            {
                break;
            }

            var told = _check.Violations(Encoding.UTF8.GetBytes(replacement), part.Demands.Given);
            if (told.Count == 0 && part != whole && _quiet.Count < MaxQuiet)
            {
                _quiet.Add((whole.Json, place, replacement));
            }
            else if (told.Count == 1 && IsWanted(KeyOf(told[0])))
            {
                Try(whole.Json, place, replacement);
            }
        }

        foreach (var (at, inner) in part.Parts)
        {
            Break(whole, start + at, inner);
        }
    }

    private bool IsWanted(string key)
    {
        if (_found.ContainsKey(key))
        {
            return false;
        }

        _tries[key] = _tries.GetValueOrDefault(key) + 1;
        return _tries[key] <= TriesOfAKeyword;
    }

    private void Try(string whole, Range place, string replacement)
    {
        var (before, behind) = (whole[..place.Start.Value], whole[place.End.Value..]);
        var content = Encoding.UTF8.GetBytes(before + replacement + behind);
        work.Spend(content.Length);
        if (content.Length <= MaxBytes && work.IsLeft && _check.Violations(content, [root]) is [var violation])
        {
            _found.TryAdd(KeyOf(violation), new BrokenExample(content, violation));
        }
    }

    // Each name that is required is a demand of its own.
    private static string KeyOf(SchemaViolation violation) =>
        violation.Keyword == "required" ? violation.KeywordLocation + violation.Detail : violation.KeywordLocation;
}
