using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    /// <summary>Judges a value by a schema that holds others for the same value: each of them reads it once more.</summary>
    private static bool InPlace(ref Run run, SchemaNode node, int next, int marks)
    {
        if (!run.Nest())
        {
            return false;
        }

        var rules = node.Place!;
        var (start, top, scopes) = (run.At, run.Arena.Top, run.Scopes.Count);
        if (rules.KeepsScope)
        {
            run.Scopes.Enter(node.Resource);
        }

        var value = new InPlaceValue(start, next, TakeMarks(ref run, rules, next, marks), run.Violations?.Count ?? 0);
        var holds = OwnPart(ref run, node, ref value) && Schemas(ref run, node, rules, ref value)
            && ReadToEnd(ref run, ref value) && Unevaluated(ref run, rules, value);
        if (holds)
        {
            Marks.Merge(ref run, value.Marks, marks);
        }

        if (run.Fault == RunFault.None)
        {
            run.At = value.End;
        }

        run.Arena.Top = top;
        run.Scopes.Count = scopes;
        run.Unnest();
        return holds;
    }

    private static bool OwnPart(ref Run run, SchemaNode node, ref InPlaceValue value)
    {
        if (node.IsTypeOnly)
        {
            return (node.Types & TypeOf(value.First)) != 0 || WrongType(ref run, node, value.Start);
        }

        var holds = Own(ref run, node, value.First, value.Marks);
        value.End = run.At;
        return holds;
    }

    private static TypeSet TypeOf(int first) => first switch
    {
        '"' => TypeSet.String,
        '{' => TypeSet.Object,
        '[' => TypeSet.Array,
        't' or 'f' => TypeSet.Boolean,
        'n' => TypeSet.Null,
        _ => TypeSet.Number,
    };

    private static bool Schemas(ref Run run, SchemaNode node, PlaceRules rules, ref InPlaceValue value)
    {
        if ((rules.Reference is { } reference && !Also(ref run, reference, ref value))
            || (rules.Dynamic is { } dynamic
                && !(run.Spend(run.Scopes.Count >> 2) && Also(ref run, dynamic.Resolve(run.Scopes.Entered), ref value))))
        {
            return false;
        }

        foreach (var schema in rules.AllOf)
        {
            if (!Also(ref run, schema, ref value))
            {
                return false;
            }
        }

        return (rules.AnyOf.Length == 0 || AnyOf(ref run, node, rules, ref value))
            && (rules.OneOf.Length == 0 || OneOf(ref run, node, rules, ref value))
            && (rules.Not is not { } not || Not(ref run, node, not, ref value))
            && (rules.If is not { } condition || If(ref run, condition, rules, ref value));
    }

    /// <summary>Judges the value by a schema that must hold.</summary>
    private static bool Also(ref Run run, SchemaNode schema, ref InPlaceValue value)
    {
        run.At = value.Start;
        var holds = Value(ref run, schema, value.Marks);
        value.End = run.At;
        return holds;
    }

    /// <summary>Judges the value by a schema that may hold or not. Marks of a schema that does not hold are forgotten.</summary>
    private static bool Perhaps(ref Run run, SchemaNode schema, ref InPlaceValue value)
    {
        run.At = value.Start;
        var marks = Marks.TakeLike(ref run, value.Marks);
        if (!Holds(ref run, schema, marks))
        {
            return false;
        }

        value.End = run.At;
        Marks.Merge(ref run, marks, value.Marks);
        return true;
    }

    private static bool Holds(ref Run run, SchemaNode schema, int marks)
    {
        var (place, violations) = (run.Mark(), run.Violations);
        run.Violations = null;
        var holds = Value(ref run, schema, marks) && run.Fault == RunFault.None;
        run.Violations = violations;
        if (!holds)
        {
            // A run that ended keeps the place where it did.
            var at = run.At;
            run.Back(place);
            run.At = run.Fault == RunFault.None ? run.At : at;
        }

        return holds;
    }

    private static bool Not(ref Run run, SchemaNode node, SchemaNode schema, ref InPlaceValue value)
    {
        run.At = value.Start;
        var holds = Holds(ref run, schema, NoMarks);
        return run.Fault == RunFault.None && (!holds || run.Tell(Keyword.Not, node, value.Start));
    }

    private static bool If(ref Run run, SchemaNode condition, PlaceRules rules, ref InPlaceValue value)
    {
        var schema = Perhaps(ref run, condition, ref value) ? rules.Then : rules.Else;
        return run.Fault == RunFault.None && (schema is null || Also(ref run, schema, ref value));
    }

    /// <summary>Reads the value where no schema has read all of it.</summary>
    private static bool ReadToEnd(ref Run run, ref InPlaceValue value)
    {
        if (value.End >= 0)
        {
            return true;
        }

        run.At = value.Start;
        var read = Skip(ref run);
        value.End = run.At;
        return read;
    }
}
