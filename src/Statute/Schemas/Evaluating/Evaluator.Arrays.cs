using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    private static bool Array(ref Run run, SchemaNode node, int marks)
    {
        var start = run.At;
        if ((node.Types & TypeSet.Array) == 0)
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

        var top = run.Arena.Top;
        var rules = node.Arrays ?? ArrayRules.None;
        var items = new Items { Marks = marks };
        run.At++;
        if (run.Peek() == ']')
        {
            run.At++;
        }
        else if (!EachItem(ref run, rules, ref items))
        {
            return false;
        }

        run.Ascend();
        var holds = (rules == ArrayRules.None || Whole(ref run, node, rules, items, start))
            && (!node.HasConstants || Constants(ref run, node, start));
        run.Arena.Top = top;
        return holds;
    }

    private static bool EachItem(ref Run run, ArrayRules rules, ref Items items)
    {
        while (Item(ref run, rules, ref items))
        {
            var next = run.Peek();
            run.At++;
            if (next == ']')
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

    private static bool Item(ref Run run, ArrayRules rules, ref Items items)
    {
        var index = items.Count++;
        if (!run.HasRoomForItems(items.Count))
        {
            return run.End(RunFault.Items);
        }

        var schema = index < rules.Prefix.Length ? rules.Prefix[index] : rules.Items;
        if (items.Marks >= 0 && schema is not null)
        {
            Marks.Set(ref run, items.Marks, index);
        }

        if (rules.Contains is null && !rules.Unique)
        {
            return Value(ref run, schema ?? SchemaNode.Anything, NoMarks);
        }

        run.Peek();
        var start = run.At;
        if (!Value(ref run, schema ?? SchemaNode.Anything, NoMarks))
        {
            return false;
        }

        if (rules.Unique)
        {
            // Interleaved with nothing: what a value takes of the arena is given back when it has been read.
            run.Arena.Push((ulong)start);
        }

        return rules.Contains is null || Contains(ref run, rules.Contains, ref items, start);
    }

    private static bool Contains(ref Run run, SchemaNode schema, ref Items items, int start)
    {
        var end = run.At;
        run.At = start;
        if (Holds(ref run, schema, NoMarks))
        {
            items.Contained++;
            if (items.Marks >= 0)
            {
                Marks.Set(ref run, items.Marks, items.Count - 1);
            }
        }

        run.At = end;
        return run.Fault == RunFault.None;
    }

    private static bool Whole(ref Run run, SchemaNode node, ArrayRules rules, in Items items, int start)
    {
        if ((items.Count < rules.MinItems && !run.Tell(Keyword.MinItems, node, start, items.Count))
            || (items.Count > rules.MaxItems && !run.Tell(Keyword.MaxItems, node, start, items.Count)))
        {
            return false;
        }

        if (rules.Contains is not null)
        {
            var few = rules.MinContains == 1 ? Keyword.Contains : Keyword.MinContains;
            if ((items.Contained < rules.MinContains && !run.Tell(few, node, start, items.Contained))
                || (items.Contained > rules.MaxContains && !run.Tell(Keyword.MaxContains, node, start, items.Contained)))
            {
                return false;
            }
        }

        return !rules.Unique || Uniqueness.Holds(ref run, items.Count) || run.Tell(Keyword.UniqueItems, node, start);
    }
}
