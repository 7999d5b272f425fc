using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

/// <summary>
/// Runs a program over content. A method answers whether the value that begins at <see cref="Run.At"/> conforms, and leaves the
/// run behind it; after a no the place means nothing. While explaining, a fault is told and the answer is yes, so that the
/// next one is found too.
/// </summary>
internal static partial class Evaluator
{
    /// <summary>No marks are kept of what is evaluated: nothing unevaluated will be asked for.</summary>
    public const int NoMarks = -1;

    public static bool Document(ref Run run, SchemaNode root) =>
        Value(ref run, root, NoMarks) && (run.Peek() == -1 && run.At == run.Json.Length || run.End(RunFault.Syntax));

    /// <summary>Reads a value without judging it.</summary>
    public static bool Skip(ref Run run) => Value(ref run, SchemaNode.Anything, NoMarks);

    private static bool Value(ref Run run, SchemaNode node, int marks)
    {
        if (!run.Spend())
        {
            return false;
        }

        var next = run.Peek();
        return node.Place is null ? Own(ref run, node, next, marks) : InPlace(ref run, node, next, marks);
    }

    /// <summary>Reads the value and judges it by what the schema itself says, without the schemas in place.</summary>
    private static bool Own(ref Run run, SchemaNode node, int next, int marks) => next switch
    {
        '"' => Text(ref run, node),
        '{' => Object(ref run, node, marks),
        '[' => Array(ref run, node, marks),
        't' => Literal(ref run, node, TypeSet.Boolean, "true"u8),
        'f' => Literal(ref run, node, TypeSet.Boolean, "false"u8),
        'n' => Literal(ref run, node, TypeSet.Null, "null"u8),
        _ => Number(ref run, node),
    };

    private static bool Literal(ref Run run, SchemaNode node, TypeSet type, ReadOnlySpan<byte> word)
    {
        var start = run.At;
        if ((node.Types & type) == 0)
        {
            return WrongType(ref run, node, start) && run.ReadWord(word);
        }

        return run.ReadWord(word) && (!node.HasConstants || Constants(ref run, node, start));
    }

    private static bool WrongType(ref Run run, SchemaNode node, int start) =>
        run.Tell(node.IsFalse ? Keyword.FalseSchema : Keyword.Type, node, start);

    private static bool Constants(ref Run run, SchemaNode node, int start) =>
        (node.Enumeration is not { } values || values.Has(ref run, start) || run.Tell(Keyword.Enum, node, start))
        && (node.Constant is not { } value || value.Has(ref run, start) || run.Tell(Keyword.Const, node, start));
}
