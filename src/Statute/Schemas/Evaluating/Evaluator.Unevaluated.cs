namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    /// <summary>New marks where this schema asks for the unevaluated, else those of the schema around it.</summary>
    private static int TakeMarks(ref Run run, PlaceRules rules, int first, int marks)
    {
        var asks = first switch
        {
            '{' => rules.UnevaluatedProperties is not null,
            '[' => rules.UnevaluatedItems is not null,
            _ => false,
        };
        if (!asks)
        {
            return marks;
        }

        var start = run.At;
        var count = 0;
        for (var opens = true; Containers.Next(ref run, first == '{' ? '}' : ']', ref opens); count++)
        {
            if ((first == '{' && !Containers.Name(ref run, out _)) || !Skip(ref run))
            {
                break;
            }
        }

        run.At = start;
        return Marks.Take(ref run, count);
    }

    private static bool Unevaluated(ref Run run, PlaceRules rules, in InPlaceValue value)
    {
        var schema = value.First switch
        {
            '{' => rules.UnevaluatedProperties,
            '[' => rules.UnevaluatedItems,
            _ => null,
        };

        // What a broken schema would have evaluated is not known: one fault is not told twice.
        if (schema is null || (run.Violations?.Count ?? 0) > value.Told)
        {
            return true;
        }

        run.At = value.Start;
        var place = 0;
        for (var opens = true; Containers.Next(ref run, value.First == '{' ? '}' : ']', ref opens); place++)
        {
            if (value.First == '{' && !Containers.Name(ref run, out _))
            {
                return false;
            }

            if (!Value(ref run, Marks.Has(ref run, value.Marks, place) ? SchemaNode.Anything : schema, NoMarks))
            {
                return false;
            }
        }

        Marks.SetAll(ref run, value.Marks);
        return run.Fault == RunFault.None;
    }
}
