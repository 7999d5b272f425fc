using System.Text;

namespace Statute.SchemaCases;

/// <summary>A schema and content of about a megabyte that are made to cost as much as they can.</summary>
internal sealed record HostileCase(string Name, string Schema, Func<string> Content)
{
    private const int Megabyte = 1 << 20;

    // Below the budget of members, so that the names are looked at.
    private const int Names = 90_000;

    internal static IReadOnlyList<HostileCase> All { get; } =
    [
        new("arrays-in-arrays", "true", () => Repeat("[", Megabyte)),
        new("objects-in-objects", "true", () => Repeat("""{"a":""", Megabyte)),
        new("arrays-in-arrays-of-itself", """{"items":{"$ref":"#"}}""", () => Repeat("[", Megabyte / 2) + Repeat("]", Megabyte / 2)),
        new("one-name-many-times", "true", () => $$"""{{{List(Megabyte, _ => "\"a\":1", Names)}}}"""),
        new("last-name-twice", "true", () => $$"""{{{List(Megabyte, number => $"\"{number}\":1", Names)}},"0":1}"""),
        new("names-of-one-length", "true", () => $$"""{{{List(Megabyte, number => $"\"{number:x8}\":1")}}}"""),
        new("many-names-with-patterns", """{"propertyNames":{"pattern":"^[0-9a-f]+$"},"patternProperties":{"a":true,"b":true,"c":true}}""",
            () => $$"""{{{List(Megabyte, number => $"\"{number:x8}\":1")}}}"""),
        new("long-text", """{"minLength":1048570,"maxLength":1048580}""", () => $"\"{Repeat("a", Megabyte)}\""),
        new("long-text-of-escapes", """{"minLength":1,"const":"b"}""", () => $"\"{Repeat("\\u0061", Megabyte)}\""),
        new("long-text-of-surrogates", """{"maxLength":1000000,"pattern":"^[🎈]+$"}""",
            () => $"\"{Repeat("\\ud83c\\udf88", Megabyte)}\""),
        new("nested-quantifiers", """{"pattern":"^(a+)+$"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("alternatives-that-overlap", """{"pattern":"^(a|aa|a?)*$"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("pattern-that-looks-ahead", """{"pattern":"^(?=a)(a+)+$"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("pattern-that-looks-back", """{"pattern":"(?<=b.*)c"}""", () => $"\"{Repeat("a", Megabyte)}!\""),
        new("pattern-that-refers-back", """{"pattern":"^(.*)\\1(.*)\\2$"}""", () => $"\"{Repeat("ab", Megabyte)}c\""),
        new("formats-of-a-long-text", """
            {"anyOf":[{"format":"uri"},{"format":"email"},{"format":"hostname"},{"format":"ipv6"},{"format":"json-pointer"}]}
            """, () => $"\"{Repeat("a:", Megabyte)} \""),
        new("many-items-that-differ", """{"uniqueItems":true}""", () => $"[{List(Megabyte, number => $"{number}", 100_000)}]"),
        new("many-items-but-the-last", """{"uniqueItems":true}""", () => $"[{List(Megabyte, number => $"{number}", 100_000)},0.0]"),
        new("many-objects-that-differ", """{"uniqueItems":true}""", () => $"[{List(Megabyte, number => $$"""{"a":1,"b":{{number}}}""")}]"),
        new("two-long-items-but-the-end", """{"uniqueItems":true}""",
            () => $"[[{List(Megabyte / 2, _ => "1")}],[{List(Megabyte / 2, _ => "1")},2]]"),
        new("many-branches", $$"""{"oneOf":[{{Branches(10_000)}}]}""", () => $"[{List(Megabyte, number => $"{number}")}]"),
        new("many-branches-of-a-text", $$"""{"oneOf":[{{Branches(10_000)}}]}""", () => $"\"{Repeat("a", Megabyte)}\""),
        new("branches-by-a-constant", $$"""{"oneOf":[{{Constants(10_000)}}]}""",
            () => $$"""{{{List(Megabyte, number => $"\"{number}\":1", Names)}},"a":5}"""),
        new("branches-that-double", """{"anyOf":[{"items":{"$ref":"#"},"maxItems":0},{"items":{"$ref":"#"}}]}""",
            () => Repeat("[", 60) + List(Megabyte, _ => "[]") + Repeat("]", 60)),
        new("negations-that-double", """{"not":{"items":{"not":{"allOf":[{"$ref":"#"},{"$ref":"#"}]}}}}""",
            () => Repeat("[", 60) + List(Megabyte, _ => "[]") + Repeat("]", 60)),
        new("unevaluated-within-itself", """
            {"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[{"properties":{"a":{"$ref":"#/$defs/a"}}},true],"unevaluatedProperties":{"$ref":"#/$defs/a"}}}}
            """, () => Repeat("""{"a":""", 60 * 5) + $"[{List(Megabyte, _ => "1")}]" + Repeat("}", 60)),
        new("contains-many", """{"contains":{"contains":{"contains":{"const":1}}},"minContains":1000000}""",
            () => $"[{List(Megabyte, _ => "[[0,0,0,0,0,0,0,0,1]]")}]"),
        new("dependents-of-many-names", $$$"""{"dependentSchemas":{{{{Members(300)}}}}}""",
            () => $$"""{{{List(Megabyte, number => $"\"n{number}\":1")}}}"""),
        new("long-number", """{"multipleOf":0.000123456789,"enum":[1,2],"exclusiveMinimum":1e5}""", () => Repeat("7", Megabyte)),
        new("large-exponents", """{"items":{"multipleOf":7e-300,"maximum":1e308}}""", () => $"[{List(Megabyte, _ => "1e999999999999")}]"),
        new("violations-everywhere", """{"items":{"type":"string","minimum":1e9,"enum":[1]}}""", () => $"[{List(Megabyte, _ => "1")}]"),
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

    private static string Branches(int count) =>
        Many(count, number => $$"""{"items":{"minimum":0},"maxLength":{{number}},"maxItems":{{number}}}""");

    private static string Constants(int count) =>
        Many(count, number => $$$"""{"required":["a"],"properties":{"a":{"const":"{{{number}}}"} } }""");

    private static string Members(int count) => Many(count, number => $$""" "n{{number}}":{"minProperties":{{number}} } """);

    private static string Many(int count, Func<int, string> one) => string.Join(',', Enumerable.Range(0, count).Select(one));
}
