using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    private static bool AnyOf(ref Run run, SchemaNode node, PlaceRules rules, ref InPlaceValue value)
    {
        if (rules.AnyOfChoice is { } choice && value.First == '{')
        {
            return Chosen(ref run, node, choice, Keyword.AnyOf, ref value);
        }

        var any = false;
        foreach (var schema in rules.AnyOf)
        {
            any |= Perhaps(ref run, schema, ref value);
            if (run.Fault != RunFault.None)
            {
                return false;
            }

            // Marks are of all branches that hold, the verdict is of the first.
            if (any && value.Marks < 0)
            {
                return true;
            }
        }

        return any || NoBranch(ref run, node, rules.AnyOf, Keyword.AnyOf, ref value);
    }

    private static bool OneOf(ref Run run, SchemaNode node, PlaceRules rules, ref InPlaceValue value)
    {
        if (rules.OneOfChoice is { } choice && value.First == '{')
        {
            return Chosen(ref run, node, choice, Keyword.OneOf, ref value);
        }

        var count = 0;
        foreach (var schema in rules.OneOf)
        {
            count += Perhaps(ref run, schema, ref value) ? 1 : 0;
            if (run.Fault != RunFault.None)
            {
                return false;
            }

            if (count > 1)
            {
                return run.Tell(Keyword.OneOf, node, value.Start, count);
            }
        }

        return count == 1 || NoBranch(ref run, node, rules.OneOf, Keyword.OneOf, ref value);
    }

    /// <summary>Explains by the only branch for values of this type, if there is one; else by the keyword.</summary>
    private static bool NoBranch(ref Run run, SchemaNode node, SchemaNode[] branches, Keyword keyword, ref InPlaceValue value)
    {
        if (!run.IsExplaining)
        {
            return false;
        }

        var type = TypeOf(value.First);
        type |= type == TypeSet.Number ? TypeSet.Integer : TypeSet.None;
        var fitting = System.Array.FindAll(branches, branch => (branch.Types & type) != 0);
        return fitting.Length == 1 ? Also(ref run, fitting[0], ref value) : run.Tell(keyword, node, value.Start);
    }

    /// <summary>Judges an object by the branch that one member of it chooses.</summary>
    private static bool Chosen(ref Run run, SchemaNode node, Choice choice, Keyword keyword, ref InPlaceValue value)
    {
        run.At = value.Start;
        var branch = Branch(ref run, choice);
        if (run.Fault != RunFault.None)
        {
            return false;
        }

        return branch is null
            ? run.Tell(choice.IsDiscriminator ? Keyword.Discriminator : keyword, node, value.Start)
            : Also(ref run, branch, ref value);
    }

    private static SchemaNode? Branch(ref Run run, Choice choice)
    {
        var top = run.Arena.Top;
        for (var first = true; Containers.Next(ref run, '}', ref first) && Containers.Name(ref run, out var name);)
        {
            var found = run.TextOf(name).SequenceEqual(choice.Name);
            run.Arena.Top = top;
            if (!found)
            {
                Skip(ref run);
                continue;
            }

            if (run.Peek() != '"' || !run.ReadString(out var token))
            {
                return null;
            }

            var text = run.TextOf(token);
            var number = choice.Values.Find(text, NameHash.Of(text));
            run.Arena.Top = top;
            return number < 0 ? null : choice.Branches[number];
        }

        return null;
    }
}
