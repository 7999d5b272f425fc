using System.Globalization;
using System.Numerics;
using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>Says what was expected and what is there. What the content holds is not repeated: it may be nobody else's business.</summary>
internal static class ViolationText
{
    public static string Of(Finding finding, ReadOnlySpan<byte> value)
    {
        var schema = finding.Schema;
        return finding.Keyword switch
        {
            Keyword.FalseSchema => "Nothing may stand here. Remove it.",
            Keyword.Type => $"This is {KindOf(value)}; it must be {TypesOf(schema.Types)}.",
            Keyword.Enum => $"This must be one of {List(schema.Enumeration!.Values)}.",
            Keyword.Const => $"This must be {Shortened.Word(schema.Constant!.Values[0])}.",
            Keyword.MultipleOf => $"This number must be a multiple of {Shortened.Word(schema.Numbers!.MultipleOf!.Text)}.",
            Keyword.Maximum => $"This number must be at most {Shortened.Word(schema.Numbers!.Maximum!.Text)}.",
            Keyword.ExclusiveMaximum => $"This number must be below {Shortened.Word(schema.Numbers!.ExclusiveMaximum!.Text)}.",
            Keyword.Minimum => $"This number must be at least {Shortened.Word(schema.Numbers!.Minimum!.Text)}.",
            Keyword.ExclusiveMinimum => $"This number must be above {Shortened.Word(schema.Numbers!.ExclusiveMinimum!.Text)}.",
            Keyword.MaxLength => Counted(finding, "text", "character", $"at most {schema.Strings!.MaxLength}"),
            Keyword.MinLength => Counted(finding, "text", "character", $"at least {schema.Strings!.MinLength}"),
            Keyword.Pattern => $"This text must match the pattern '{Shortened.Word(schema.Strings!.Pattern!.Text)}'.",
            Keyword.Format => $"This must have the format '{schema.Strings?.Format?.Name ?? schema.Numbers?.Format?.Name}'.",
            Keyword.MaxItems => Counted(finding, "array", "item", $"at most {schema.Arrays!.MaxItems}"),
            Keyword.MinItems => Counted(finding, "array", "item", $"at least {schema.Arrays!.MinItems}"),
            Keyword.UniqueItems => "The items of this array must differ; two are equal.",
            Keyword.Contains => "No item of this array conforms to 'contains'; one must.",
            Keyword.MaxContains => Contained(finding, $"at most {schema.Arrays!.MaxContains}"),
            Keyword.MinContains => Contained(finding, $"at least {schema.Arrays!.MinContains}"),
            Keyword.MaxProperties => Counted(finding, "object", "member", $"at most {schema.Objects!.MaxProperties}"),
            Keyword.MinProperties => Counted(finding, "object", "member", $"at least {schema.Objects!.MinProperties}"),
            Keyword.Required => $"The member '{NameOf(finding)}' is missing.",
            Keyword.DependentRequired => $"The member '{NameOf(finding)}' is missing; another one that is there needs it.",
            Keyword.AnyOf => "This conforms to none of the schemas of which one at least must hold.",
            Keyword.OneOf when finding.Number > 1 => "This conforms to more than one of the schemas of which exactly one must hold.",
            Keyword.OneOf => "This conforms to none of the schemas of which exactly one must hold.",
            Keyword.Not => "This conforms to a schema that must not hold.",
            Keyword.Discriminator => "The member that tells which schema holds is missing, or names none.",
        };
    }

    private static string NameOf(Finding finding) => Shortened.Word(Encoding.UTF8.GetString(finding.Schema.Objects!.Names[finding.Number]));

    private static string Counted(Finding finding, string thing, string part, string limit) => string.Create(CultureInfo.InvariantCulture,
        $"This {thing} has {finding.Number} {part}{(finding.Number == 1 ? "" : "s")}; it must have {limit}.");

    private static string Contained(Finding finding, string limit) => string.Create(CultureInfo.InvariantCulture,
        $"{finding.Number} of the items of this array conform to 'contains'; {limit} must.");

    private static string List(IReadOnlyList<string> values) =>
        string.Join(", ", values.Take(8).Select(Shortened.Word)) + (values.Count > 8 ? $" and {values.Count - 8} more" : "");

    private static string KindOf(ReadOnlySpan<byte> value) => (char)value[0] switch
    {
        '"' => "a string",
        '{' => "an object",
        '[' => "an array",
        't' or 'f' => "a boolean",
        'n' => "null",
        _ => "a number",
    };

    private static string TypesOf(TypeSet types) => types == TypeSet.None
        ? "nothing"
        : string.Join(" or ", Enum.GetValues<TypeSet>().Where(type => BitOperations.IsPow2((int)type) && types.HasFlag(type))
            .Select(NameOf));

    private static string NameOf(TypeSet type) => type switch
    {
        TypeSet.Null => "null",
        TypeSet.Object => "an object",
        TypeSet.Array => "an array",
        TypeSet.Integer => "a whole number",
        _ => $"a {type.ToString().ToLowerInvariant()}",
    };
}
