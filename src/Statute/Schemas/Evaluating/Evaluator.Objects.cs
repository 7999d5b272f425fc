using System.Numerics;
using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    private static bool Object(ref Run run, SchemaNode node, int marks)
    {
        var start = run.At;
        if ((node.Types & TypeSet.Object) == 0)
        {
            if (!WrongType(ref run, node, start))
            {
                return false;
            }

            node = SchemaNode.Anything;
        }

        if (!run.Descend())
        {
            return false;
        }

        var rules = node.Objects ?? ObjectRules.None;
        var members = new Members(ref run, rules, marks);
        var place = run.At;
        run.At++;
        if (run.Peek() == '}')
        {
            run.At++;
        }
        else if (!EachMember(ref run, rules, ref members))
        {
            return false;
        }

        run.Ascend();
        if (!members.Complete(ref run, place))
        {
            return false;
        }

        var holds = (rules == ObjectRules.None || Whole(ref run, node, rules, members, start))
            && (!node.HasConstants || Constants(ref run, node, start));
        run.Arena.Top = members.Top;
        return holds;
    }

    private static bool EachMember(ref Run run, ObjectRules rules, ref Members members)
    {
        while (Member(ref run, rules, ref members))
        {
            var next = run.Peek();
            run.At++;
            if (next == '}')
            {
                return true;
            }

            if (next != ',')
            {
                return run.End(RunFault.Syntax);
            }
        }

        return false;
    }

    private static bool Member(ref Run run, ObjectRules rules, ref Members members)
    {
        if (run.Peek() != '"')
        {
            return run.End(RunFault.Syntax);
        }

        var start = run.At;
        if (!run.ReadString(out var token))
        {
            return false;
        }

        if (run.Peek() != ':')
        {
            return run.End(RunFault.Syntax);
        }

        run.At++;
        if (!members.Enter(ref run, rules, token, out var known))
        {
            return false;
        }

        if (rules.Patterns.Length > 0 || rules.PropertyNames is not null)
        {
            return NamedMember(ref run, rules, ref members, known, start, token);
        }

        var schema = known >= 0 ? rules.Properties[known] ?? rules.Additional : rules.Additional;
        if (schema is null)
        {
            return Value(ref run, SchemaNode.Anything, NoMarks);
        }

        members.Mark(ref run);
        return Value(ref run, schema, NoMarks);
    }

    /// <summary>A member of an object whose schema looks at names: several schemas may apply, and each reads the value again.</summary>
    private static bool NamedMember(ref Run run, ObjectRules rules, ref Members members, int known, int start, StringToken token)
    {
        var value = run.At;
        if (rules.PropertyNames is { } names)
        {
            run.At = start;
            if (!Value(ref run, names, NoMarks))
            {
                return false;
            }
        }

        var applied = 0;
        if (known >= 0 && rules.Properties[known] is { } property && !Apply(ref run, property, value, ref applied))
        {
            return false;
        }

        foreach (var pattern in rules.Patterns)
        {
            var top = run.Arena.Top;
            var matches = pattern.Pattern.IsMatch(ref run, run.TextOf(token));
            run.Arena.Top = top;
            if (run.Fault != RunFault.None || (matches && !Apply(ref run, pattern.Schema, value, ref applied)))
            {
                return false;
            }
        }

        if (applied == 0 && rules.Additional is { } additional && !Apply(ref run, additional, value, ref applied))
        {
            return false;
        }

        if (applied > 0)
        {
            members.Mark(ref run);
            return true;
        }

        run.At = value;
        return Value(ref run, SchemaNode.Anything, NoMarks);
    }

    private static bool Apply(ref Run run, SchemaNode schema, int value, ref int applied)
    {
        run.At = value;
        applied++;
        return Value(ref run, schema, NoMarks);
    }

    /// <summary>What can be said of an object only at its end.</summary>
    private static bool Whole(ref Run run, SchemaNode node, ObjectRules rules, in Members members, int start)
    {
        if ((members.Count < rules.MinProperties && !run.Tell(Keyword.MinProperties, node, start, members.Count))
            || (members.Count > rules.MaxProperties && !run.Tell(Keyword.MaxProperties, node, start, members.Count))
            || !AllThere(ref run, node, members, rules.Required, start))
        {
            return false;
        }

        return rules.Dependent.Length == 0 || Dependencies(ref run, node, rules, members, start);
    }

    /// <summary>What follows from the names that are there; the names that are not cost a bit each.</summary>
    private static bool Dependencies(ref Run run, SchemaNode node, ObjectRules rules, in Members members, int start)
    {
        var end = run.At;
        for (var word = 0; word < rules.Dependent.Length; word++)
        {
            for (var there = rules.Dependent[word] & members.Seen(ref run, word); there != 0; there &= there - 1)
            {
                var dependency = rules.Dependencies[(word << 6) + BitOperations.TrailingZeroCount(there)]!;
                if (!Dependency(ref run, node, members, dependency, start))
                {
                    return false;
                }
            }
        }

        run.At = end;
        return true;
    }

    private static bool Dependency(ref Run run, SchemaNode node, in Members members, Dependency dependency, int start)
    {
        if (!run.Spend(dependency.Required.Length >> 2))
        {
            return false;
        }

        foreach (var name in dependency.Required)
        {
            if (!members.Has(ref run, name) && !run.Tell(Keyword.DependentRequired, node, start, name))
            {
                return false;
            }
        }

        run.At = start;
        return dependency.Schema is not { } schema || Value(ref run, schema, members.Marks);
    }

    private static bool AllThere(ref Run run, SchemaNode node, in Members members, ulong[] required, int start)
    {
        for (var word = 0; word < required.Length; word++)
        {
            for (var missing = required[word] & ~members.Seen(ref run, word); missing != 0; missing &= missing - 1)
            {
                if (!run.Tell(Keyword.Required, node, start, (word << 6) + BitOperations.TrailingZeroCount(missing)))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
