using System.Text;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Explaining;
using Statute.Schemas.Patterns;

namespace Statute.Schemas.Examples;

/// <summary>Asks the engine about what was made: nothing that it does not accept is an example.</summary>
internal sealed class ExampleCheck(SchemaBudgets budgets, Work work)
{
    // How many violations are told apart: more than one is too many.
    private const int Told = 2;

    private static readonly SchemaBudgets Few = new() { Steps = 100_000 };

    public bool Conforms(string json, IEnumerable<SchemaNode> nodes)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        return nodes.All(node => Conforms(utf8, node));
    }

    /// <summary>What the schemas say of a value: at most two violations; two as well where it cannot be judged.</summary>
    public List<SchemaViolation> Violations(ReadOnlySpan<byte> json, IReadOnlyList<SchemaNode> nodes)
    {
        var told = new List<SchemaViolation>();
        for (var number = 0; number < nodes.Count && told.Count < Told; number++)
        {
            var report = Explainer.Explain(nodes[number], json, budgets, Told, out var taken);
            work.Spend(Work.OfASchema + json.Length + taken);
            told.AddRange(report.Violations);
            if (report.Verdict is SchemaVerdict.Malformed or SchemaVerdict.OverBudget)
            {
                told.AddRange(report.Violations);
            }
        }

        return told;
    }

    public bool Matches(EcmaPattern pattern, ReadOnlySpan<byte> text)
    {
        var run = new Run(default, Few, default, null);
        var matches = pattern.IsMatch(ref run, text);
        work.Spend(Work.OfASchema + run.Taken);
        run.Return();
        return matches;
    }

    private bool Conforms(ReadOnlySpan<byte> json, SchemaNode node)
    {
        var run = new Run(json, budgets, default, null);
        var holds = Evaluator.Document(ref run, node);
        work.Spend(Work.OfASchema + json.Length + run.Taken);
        run.Return();
        return holds;
    }
}
