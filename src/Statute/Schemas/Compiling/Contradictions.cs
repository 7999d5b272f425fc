using System.Text;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Compiling;

/// <summary>
/// Notes keywords that leave nothing to conform, or judge nothing, because of others beside them: it is legal to write them, and hardly
/// ever meant. Only what is cheap to see is looked for.
/// </summary>
internal static class Contradictions
{
    // A constant takes as many steps as it is long, mostly; what takes more is left alone.
    private static readonly SchemaBudgets Few = new() { Steps = 10_000, Depth = DocumentText.MaxDepth };

    public static void Find(SchemaNode node, FaultList faults)
    {
        if (node.Strings is { } strings)
        {
            Note(faults, node, strings.MinLength > strings.MaxLength, "minLength", "maxLength");
        }

        if (node.Arrays is { } arrays)
        {
            Note(faults, node, arrays.MinItems > arrays.MaxItems, "minItems", "maxItems");
            Note(faults, node, arrays.Contains is not null && arrays.MinContains > arrays.MaxContains, "minContains", "maxContains");
        }

        if (node.Numbers is { } numbers)
        {
            var (above, below) = (numbers.ExclusiveMinimum, numbers.ExclusiveMaximum);
            Note(faults, node, IsAbove(numbers.Minimum, numbers.Maximum, orEqual: false), "minimum", "maximum");
            Note(faults, node, IsAbove(numbers.Minimum, below, orEqual: true), "minimum", "exclusiveMaximum");
            Note(faults, node, IsAbove(above, numbers.Maximum, orEqual: true), "exclusiveMinimum", "maximum");
            Note(faults, node, IsAbove(above, below, orEqual: true), "exclusiveMinimum", "exclusiveMaximum");
        }

        if (node.Objects is { } objects)
        {
            Note(faults, node, objects.MinProperties > objects.MaxProperties, "minProperties", "maxProperties");
            FindForbidden(node, objects, faults);
        }

        FindFormats(node, faults);
        FindConstants(node, faults);
    }

    /// <summary>Names that must be there and may not.</summary>
    private static void FindForbidden(SchemaNode node, ObjectRules rules, FaultList faults)
    {
        List<int> required = [.. Enumerable.Range(0, rules.Required.Length > 0 ? rules.Names.Count : 0)
            .Where(name => (rules.Required[name >> 6] & (1UL << name)) != 0)];
        if (required.Count > rules.MaxProperties)
        {
            faults.Note(node, "required", "names more members than 'maxProperties' allows: no object conforms.");
        }

        if (rules.Patterns.Length == 0 && rules.Additional is { IsFalse: true } && required.Exists(name => rules.Properties[name] is null))
        {
            faults.Note(node, "required", "names a member that 'additionalProperties' forbids: no object conforms.");
        }

        if (required.Exists(name => rules.Properties[name] is { IsFalse: true }))
        {
            faults.Note(node, "required", "names a member that 'properties' forbids: no object conforms.");
        }
    }

    private static void FindFormats(SchemaNode node, FaultList faults)
    {
        if (node.Strings?.Format is { } format && (node.Types & TypeSet.String) == 0)
        {
            faults.Note(node, "format", $"is '{format.Name}', a format of texts, which the 'type' beside it forbids: it judges nothing.");
        }

        if (node.Numbers?.Format is { } range && (node.Types & (TypeSet.Number | TypeSet.Integer)) == 0)
        {
            faults.Note(node, "format", $"is '{range.Name}', a format of numbers, which the 'type' beside it forbids: it judges nothing.");
        }
    }

    private static void FindConstants(SchemaNode node, FaultList faults)
    {
        if (node.Constant is { } constant)
        {
            if (!MayConform(node, constant.Values[0]))
            {
                faults.Note(node, "const", "breaks a keyword beside it: no value conforms.");
            }
        }
        else if (node.Enumeration is { Values.Count: > 0 } values && !values.Values.Any(value => MayConform(node, value)))
        {
            faults.Note(node, "enum", "has no value that keeps the keywords beside it: no value conforms.");
        }
    }

    private static bool MayConform(SchemaNode node, string json)
    {
        var run = new Run(Encoding.UTF8.GetBytes(json), Few, default, null);
        var holds = Evaluator.Document(ref run, node) || run.Fault != RunFault.None;
        run.Return();
        return holds;
    }

    private static bool IsAbove(NumberBound? minimum, NumberBound? maximum, bool orEqual) =>
        minimum is not null && maximum is not null && DecimalText.Compare(minimum.Value, maximum.Value) > (orEqual ? -1 : 0);

    private static void Note(FaultList faults, SchemaNode node, bool contradicts, string minimum, string maximum)
    {
        if (contradicts)
        {
            faults.Note(node, minimum, $"leaves nothing below '{maximum}': no value of that type conforms.");
        }
    }
}
