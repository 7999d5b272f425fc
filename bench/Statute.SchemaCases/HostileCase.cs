using System.Text;
using Statute.Schemas;

namespace Statute.SchemaCases;

/// <summary>A schema and content of about a megabyte that are made to cost as much as they can.</summary>
internal sealed record HostileCase(string Name, SchemaVerdict Verdict, string Schema, Func<string> Content)
{
    private const int Megabyte = 1 << 20;

    // Below the budget of members, so that the names are looked at.
    private const int Names = 90_000;

    internal static IReadOnlyList<HostileCase> All { get; } =
    [
        new("arrays-in-arrays", SchemaVerdict.OverBudget, "true", () => Repeat("[", Megabyte)),
        new("objects-in-objects", SchemaVerdict.OverBudget, "true", () => Repeat("""{"a":""", Megabyte)),
        new("arrays-in-arrays-of-itself", SchemaVerdict.OverBudget,
            """{"items":{"$ref":"#"}}""", () => Repeat("[", Megabyte / 2) + Repeat("]", Megabyte / 2)),
        new("one-name-many-times", SchemaVerdict.Malformed, "true", () => $$"""{{{List(Megabyte, _ => "\"a\":1", Names)}}}"""),
        new("last-name-twice", SchemaVerdict.Malformed,
            "true", () => $$"""{{{List(Megabyte, number => $"\"{number}\":1", Names)}},"0":1}"""),
        new("names-of-one-length", SchemaVerdict.Valid, "true", () => $$"""{{{List(Megabyte, number => $"\"{number:x8}\":1")}}}"""),
        new("many-names-with-patterns", SchemaVerdict.Valid,
            """{"propertyNames":{"pattern":"^[0-9a-f]+$"},"patternProperties":{"a":true,"b":true,"c":true}}""",
            () => $$"""{{{List(Megabyte, number => $"\"{number:x8}\":1")}}}"""),
        new("long-text", SchemaVerdict.Valid, """{"minLength":1048570,"maxLength":1048580}""", () => $"\"{Repeat("a", Megabyte)}\""),
        new("long-text-of-escapes", SchemaVerdict.Invalid, """{"minLength":1,"const":"b"}""", () => $"\"{Repeat("\\u0061", Megabyte)}\""),
        new("long-text-of-surrogates", SchemaVerdict.Valid, """{"maxLength":1000000,"pattern":"^[🎈]+$"}""",
            () => $"\"{Repeat("\\ud83c\\udf88", Megabyte)}\""),
        new("nested-quantifiers", SchemaVerdict.Invalid, """{"pattern":"^(a+)+$"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("alternatives-that-overlap", SchemaVerdict.Invalid, """{"pattern":"^(a|aa|a?)*$"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("pattern-that-looks-ahead", SchemaVerdict.OverBudget, """{"pattern":"^(?=a)(a+)+$"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("pattern-that-looks-back", SchemaVerdict.OverBudget, """{"pattern":"(?<=b.*)c"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("pattern-that-refers-back", SchemaVerdict.OverBudget,
            """{"pattern":"^(.*)\\1(.*)\\2$"}""", () => $"\"{Repeat("ab", Megabyte)}c\""),
        new("formats-of-a-long-text", SchemaVerdict.OverBudget,
            AllOf(1000, _ => """{"format":"uri-reference"},{"format":"json-pointer"}"""),
            () => $"\"{Repeat("/a", Megabyte)}\""),
        new("lengths-of-a-long-text-of-escapes", SchemaVerdict.OverBudget, AllOf(1000, number => "{\"minLength\":" + number + "}"),
            () => $"\"{Repeat("\\u00e9", Megabyte)}\""),
        new("lengths-of-short-texts-of-escapes", SchemaVerdict.OverBudget,
            "{\"items\":" + AllOf(1000, number => "{\"minLength\":" + (number % 8) + "}") + "}",
            () => $"[{List(Megabyte, _ => "\"" + Repeat("\\u00e9", 60) + "\"")}]"),
        new("many-items-that-differ", SchemaVerdict.Valid,
            """{"uniqueItems":true}""", () => $"[{List(Megabyte, number => $"{number}", 100_000)}]"),
        new("many-items-but-the-last", SchemaVerdict.Invalid,
            """{"uniqueItems":true}""", () => $"[{List(Megabyte, number => $"{number}", 100_000)},0.0]"),
        new("many-objects-that-differ", SchemaVerdict.Valid,
            """{"uniqueItems":true}""", () => $"[{List(Megabyte, number => $$"""{"a":1,"b":{{number}}}""")}]"),
        new("two-long-items-but-the-end", SchemaVerdict.Valid, """{"uniqueItems":true}""",
            () => $"[[{List(Megabyte / 2, _ => "1")}],[{List(Megabyte / 2, _ => "1")},2]]"),
        new("many-branches", SchemaVerdict.OverBudget,
            $$"""{"oneOf":[{{Branches(10_000)}}]}""", () => $"[{List(Megabyte, number => $"{number}")}]"),
        new("many-branches-of-a-text", SchemaVerdict.OverBudget,
            $$"""{"oneOf":[{{Branches(10_000)}}]}""", () => $"\"{Repeat("a", Megabyte)}\""),
        new("branches-by-a-constant", SchemaVerdict.Invalid, $$"""{"oneOf":[{{Constants(10_000)}}]}""",
            () => $$"""{{{List(Megabyte, number => $"\"{number}\":1", Names)}},"a":5}"""),
        new("branches-that-double", SchemaVerdict.OverBudget, """{"anyOf":[{"items":{"$ref":"#"},"maxItems":0},{"items":{"$ref":"#"}}]}""",
            () => Repeat("[", 60) + List(Megabyte, _ => "[]") + Repeat("]", 60)),
        new("negations-that-double", SchemaVerdict.OverBudget, """{"not":{"items":{"not":{"allOf":[{"$ref":"#"},{"$ref":"#"}]}}}}""",
            () => Repeat("[", 60) + List(Megabyte, _ => "[]") + Repeat("]", 60)),
        new("unevaluated-within-itself", SchemaVerdict.OverBudget, """
            {"$defs":{"a":{"anyOf":[{"properties":{"a":{"$ref":"#/$defs/a"}}},true],"unevaluatedProperties":{"$ref":"#/$defs/a"}}},
             "$ref":"#/$defs/a"}
            """, () => Repeat("""{"a":""", 60 * 5) + $"[{List(Megabyte, _ => "1")}]" + Repeat("}", 60)),
        new("contains-many", SchemaVerdict.Invalid, """{"contains":{"contains":{"contains":{"const":1}}},"minContains":1000000}""",
            () => $"[{List(Megabyte, _ => "[[0,0,0,0,0,0,0,0,1]]")}]"),
        new("dependents-of-many-names", SchemaVerdict.OverBudget, $$$"""{"dependentSchemas":{{{{Members(300)}}}}}""",
            () => $$"""{{{List(Megabyte, number => $"\"n{number}\":1")}}}"""),
        new("long-number", SchemaVerdict.Invalid,
            """{"multipleOf":0.000123456789,"enum":[1,2],"exclusiveMinimum":1e5}""", () => Repeat("7", Megabyte)),
        new("large-exponents", SchemaVerdict.OverBudget, AllOf(50, _ => """{"items":{"multipleOf":7,"minimum":1e9999}}"""),
            () => $"[{List(Megabyte, _ => "7e99999999999999999")}]"),
        new("violations-far-back", SchemaVerdict.Invalid, """{"items":{"type":"integer","minimum":0,"enum":[1,-1]}}""",
            () => $"[{List(Megabyte, _ => "1")}{string.Concat(Enumerable.Repeat(",-2", 1000))}]"),
        new("violations-behind-a-long-name", SchemaVerdict.Invalid, """{"additionalProperties":{"items":{"type":"null"}}}""",
            () => $$"""{"{{Repeat("é", Megabyte / 2)}}":[{{List(1000, _ => "1")}}]}"""),
        new("violations-of-long-constants", SchemaVerdict.Invalid, ItemsOf(Many(8, number => $"\"{number}{Repeat("a", 100_000)}\"")),
            () => $"[{List(Megabyte, _ => "1")}]"),
        new("space-for-many-branches", SchemaVerdict.OverBudget,
            "{\"not\":" + AllOf(10_000, _ => """{"type":"array","minItems":1}""") + "}",
            () => $"[{Repeat(" ", Megabyte)}1]"),
        new("dependents-of-none", SchemaVerdict.OverBudget,
            "{\"items\":{\"dependentRequired\":{" + Many(10_000, number => $"\"n{number}\":[\"n\"]") + "}}}",
            () => $"[{List(Megabyte, _ => "{}")}]"),
        new("names-with-many-patterns", SchemaVerdict.OverBudget,
            "{\"patternProperties\":{" + Many(200, number => $"\"^x{number}$\":true") + "}}",
            () => $$"""{{{List(Megabyte, number => $"\"k{number}\":1", 80_000)}}}"""),
        new("pattern-of-many-states", SchemaVerdict.OverBudget, """{"pattern":"^[ab]*a[ab]{500}c"}""",
            () => $"\"{string.Concat(Enumerable.Range(0, Megabyte).Select(number => "ab"[number * 7919 % 13 & 1]))}\""),
        new("enumeration-of-many-numbers", SchemaVerdict.Valid, ItemsOf(Many(10_000, number => $"{number}")),
            () => $"[{List(Megabyte, _ => "9999")}]"),
        new("members-in-another-order", SchemaVerdict.Invalid, """{"uniqueItems":true}""",
            () => $"[{Object(Enumerable.Range(0, 800))},{Object(Enumerable.Range(0, 800).Reverse())}]"),
    ];

    internal byte[] ToContent() => Encoding.UTF8.GetBytes(Content());

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, Math.Max(1, length / text.Length)));

    private static string List(int length, Func<int, string> element, int most = int.MaxValue)
    {
        var list = new StringBuilder(element(0));
        for (var number = 1; number < most && list.Length < length; number++)
        {
            list.Append(',').Append(element(number));
        }

        return list.ToString();
    }

    private static string Object(IEnumerable<int> numbers) =>
        "{" + string.Join(',', numbers.Select(number => $"\"n{number}\":[{List(600, _ => "7")}]")) + "}";

    private static string ItemsOf(string values) => $$"""{"items":{"enum":[{{values}}]} }""";

    private static string AllOf(int count, Func<int, string> one) => $$"""{"allOf":[{{Many(count, one)}}]}""";

    private static string Branches(int count) =>
        Many(count, number => $$"""{"items":{"minimum":0},"maxLength":{{number}},"maxItems":{{number}}}""");

    private static string Constants(int count) =>
        Many(count, number => $$$"""{"required":["a"],"properties":{"a":{"const":"{{{number}}}"} } }""");

    private static string Members(int count) => Many(count, number => $$""" "n{{number}}":{"minProperties":{{number}} } """);

    private static string Many(int count, Func<int, string> one) => string.Join(',', Enumerable.Range(0, count).Select(one));
}
