using System.Text.Json.Nodes;

namespace Statute.SchemaCases;

/// <summary>Makes values by chance: of any kind, or such as a schema may have meant.</summary>
internal sealed class ValueMaker(Chance chance, JsonNode root)
{
    internal static readonly string[] Names = ["a", "b", "c", "ab"];

    internal static readonly string[] Patterns = ["^a", "b$", "^[a-c]{1,2}$", "c|^$", "^(ab|ba)*$", "^.$", "\\d", "^\\S+$"];

    private static readonly string[] Texts =
    [
        "", "a", "b", "ab", "ba", "abc", "c1", "🎈", "é", "a b", "2026-02-28", "2026-02-30", "12:30:00Z", "2026-02-28T12:30:00Z",
        "2026-02-28T24:30:00Z", "a@b.example", "a.example", "-a.example", "127.0.0.1", "127.0.0.256", "::1", "::g",
        "P1D", "P1Y2M", "PT", "YQ==", "YQ",
        "http://a.example/b?c#d", "/b", "http://a b", "7d9f3c52-04a1-4f6e-9c0b-5a6f2f1f9e10", "7d9f3c52", "/a/~0", "/a/~2",
    ];

    private static readonly string[] Numbers =
        ["0", "1", "2", "3", "-1", "0.5", "1.5", "0.01", "0.07", "1.0", "10", "100", "1e2", "2.5", "2147483648", "1e39"];

    internal static JsonNode Number(Chance chance) => JsonNode.Parse(chance.Of(Numbers))!;

    /// <summary>A value of any kind.</summary>
    internal static JsonNode? Any(Chance chance, int depth)
    {
        switch (chance.Below(depth > 0 ? 8 : 6))
        {
            case 0:
                return null;
            case 1:
                return chance.Percent(50);
            case 2 or 3:
                return Number(chance);
            case 4 or 5:
                return chance.Of(Texts);
            case 6:
                return new JsonArray([.. Enumerable.Range(0, chance.Below(4)).Select(_ => Any(chance, depth - 1))]);
            default:
                var members = Enumerable.Range(0, chance.Below(4)).Select(_ => chance.Of(Names)).Distinct();
                return new JsonObject(members.Select(name => KeyValuePair.Create(name, Any(chance, depth - 1))));
        }
    }

    /// <summary>A value that a schema may have meant, or not.</summary>
    internal JsonNode? For(JsonNode? schema, int depth)
    {
        if (depth == 0 || chance.Percent(10) || schema is not JsonObject says)
        {
            return Any(chance, 2);
        }

        if (Deeper(says) is { } deeper && chance.Percent(50))
        {
            return For(deeper, depth - 1);
        }

        if (says["const"] is { } constant && chance.Percent(80))
        {
            return constant.DeepClone();
        }

        if (says["enum"] is JsonArray values && chance.Percent(80))
        {
            return chance.Of([.. values])?.DeepClone();
        }

        return KindOf(says) switch
        {
            "null" => null,
            "boolean" => chance.Percent(50),
            "object" => Object(says, depth),
            "array" => Array(says, depth),
            "string" => chance.Of(Texts),
            "number" or "integer" => Number(chance),
            _ => Any(chance, 2),
        };
    }

    private JsonNode? Deeper(JsonObject schema)
    {
        if (schema["$dynamicRef"] is not null)
        {
            return root;
        }

        if (schema["$ref"] is { } reference)
        {
            var definitions = root["$defs"] ?? root["components"]!["schemas"]!;
            return definitions[reference.GetValue<string>().Split('/', '#')[^1]];
        }

        return schema[chance.Of(["allOf", "anyOf", "oneOf"])] is JsonArray branches ? chance.Of([.. branches]) : schema["then"];
    }

    private string KindOf(JsonObject schema)
    {
        if (schema["type"] is { } type && chance.Percent(85))
        {
            return type is JsonArray types ? chance.Of([.. types])!.GetValue<string>() : type.GetValue<string>();
        }

        var keyword = chance.Of([.. schema.Select(member => member.Key)]);
        return keyword.Contains("tems", StringComparison.Ordinal) || keyword.Contains("ontains", StringComparison.Ordinal) ? "array"
            : keyword.Contains("ropert", StringComparison.Ordinal) || keyword is "required" or "dependentRequired" ? "object"
            : keyword.Contains("imum", StringComparison.Ordinal) || keyword is "multipleOf" ? "number"
            : keyword is "minLength" or "maxLength" or "pattern" or "format" ? "string" : "";
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, member) in schema["properties"] as JsonObject ?? [])
        {
            if (chance.Percent(60))
            {
                made[name] = For(member, depth - 1);
            }
        }

        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            if (chance.Percent(80) && !made.ContainsKey(name!.GetValue<string>()))
            {
                made[name.GetValue<string>()] = For(schema["additionalProperties"], depth - 1);
            }
        }

        if (chance.Percent(30))
        {
            made[chance.Of(Names)] = For(schema["unevaluatedProperties"] ?? schema["additionalProperties"], depth - 1);
        }

        return made;
    }

    private JsonArray Array(JsonObject schema, int depth)
    {
        var made = new JsonArray();
        foreach (var item in schema["prefixItems"] as JsonArray ?? [])
        {
            made.Add(For(item, depth - 1));
        }

        for (var more = chance.Below(4); more > 0; more--)
        {
            made.Add(For(schema["items"] ?? schema["contains"] ?? schema["unevaluatedItems"], depth - 1));
        }

        return made;
    }
}
