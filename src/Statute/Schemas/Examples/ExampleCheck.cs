using System.Text;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Patterns;

namespace Statute.Schemas.Examples;

/// <summary>Asks the engine about what was made: nothing that it does not accept is an example.</summary>
internal static class ExampleCheck
{
    private static readonly SchemaBudgets Few = new() { Steps = 100_000 };

    public static bool Conforms(MadeValue made, IEnumerable<SchemaNode> nodes, SchemaBudgets budgets)
    {
        var json = Encoding.UTF8.GetBytes(made.ToJson());
        return nodes.All(node => Conforms(json, node, budgets));
    }

    public static bool Matches(EcmaPattern pattern, ReadOnlySpan<byte> text)
    {
        var run = new Run(default, Few, default, null);
        var matches = pattern.IsMatch(ref run, text);
        run.Return();
        return matches;
    }

    private static bool Conforms(ReadOnlySpan<byte> json, SchemaNode node, SchemaBudgets budgets)
    {
        var run = new Run(json, budgets, default, null);
        var holds = Evaluator.Document(ref run, node);
        run.Return();
        return holds;
    }
}
