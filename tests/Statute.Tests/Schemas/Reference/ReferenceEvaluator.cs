using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Statute.Tests.Schemas.Reference;

/// <summary>
/// JSON Schema 2020-12 as the specification says it, keyword by keyword, slowly: to be compared with the engine. It knows what the
/// made schemas hold: references to definitions and to one dynamic anchor, small numbers, plain patterns, no formats.
/// </summary>
internal sealed class ReferenceEvaluator(JsonNode root)
{
    // The dynamic scope: the schemas with an identifier that were entered, outermost first.
    private readonly List<JsonObject> _scope = [];

    public bool Holds(JsonNode? value) => Judge(root, value).Holds;

    private Judged Judge(JsonNode? schema, JsonNode? value)
    {
        if (schema is JsonValue flag)
        {
            return flag.GetValue<bool>() ? new Judged(true, new HashSet<string>()) : Judged.Failed;
        }

        var says = schema!.AsObject();
        var evaluated = new HashSet<string>();
        _scope.Add(ResourceOf(says));
        var holds = HoldsForAny(says, value) && HoldsInPlace(says, value, evaluated) && value switch
        {
            JsonObject members => HoldsForObject(says, members, evaluated),
            JsonArray items => HoldsForArray(says, items, evaluated),
            _ => true,
        };
        _scope.RemoveAt(_scope.Count - 1);
        return holds ? new Judged(true, evaluated) : Judged.Failed;
    }

    /// <summary>The nearest schema around with an identifier, or the root.</summary>
    private static JsonObject ResourceOf(JsonNode schema)
    {
        while (schema.Parent is { } around && !(schema is JsonObject says && says.ContainsKey("$id")))
        {
            schema = around;
        }

        return schema.AsObject();
    }

    private JsonObject Dynamic(string anchor, JsonObject says) =>
        _scope.Append(ResourceOf(says)).First(resource => resource["$dynamicAnchor"]?.GetValue<string>() == anchor);

    private static bool HoldsForAny(JsonObject says, JsonNode? value)
    {
        var isNumber = Values.Kind(value) == "number";
        var isText = Values.Kind(value) == "string";
        return All(says, "type", type => Values.IsOfType(value, type))
            && All(says, "const", constant => Values.AreEqual(constant, value))
            && All(says, "enum", values => values!.AsArray().Any(known => Values.AreEqual(known, value)))
            && (!isNumber || HoldsForNumber(says, Values.Number(value!)))
            && (!isText || HoldsForText(says, value!.GetValue<string>()));
    }

    private static bool HoldsForNumber(JsonObject says, BigInteger number) =>
        All(says, "minimum", bound => number >= Values.Number(bound!))
        && All(says, "maximum", bound => number <= Values.Number(bound!))
        && All(says, "exclusiveMinimum", bound => number > Values.Number(bound!))
        && All(says, "exclusiveMaximum", bound => number < Values.Number(bound!))
        && All(says, "multipleOf", step => number % Values.Number(step!) == 0);

    private static bool HoldsForText(JsonObject says, string text)
    {
        var length = text.EnumerateRunes().Count();
        return All(says, "minLength", least => length >= Values.Count(least!))
            && All(says, "maxLength", most => length <= Values.Count(most!))
            && All(says, "pattern", pattern => IsMatch(pattern!.GetValue<string>(), text));
    }

    private bool HoldsInPlace(JsonObject says, JsonNode? value, HashSet<string> evaluated)
    {
        int Count(string keyword) => says[keyword]!.AsArray().Count(branch => Also(branch, value, evaluated));
        if (says.TryGetPropertyValue("if", out var condition))
        {
            var branch = Also(condition, value, evaluated) ? "then" : "else";
            if (says.TryGetPropertyValue(branch, out var chosen) && !Also(chosen, value, evaluated))
            {
                return false;
            }
        }

        return All(says, "$ref", reference => Also(Definition(reference!.GetValue<string>()), value, evaluated))
            && All(says, "$dynamicRef", reference => Also(Dynamic(reference!.GetValue<string>()[1..], says), value, evaluated))
            && All(says, "allOf", branches => Count("allOf") == branches!.AsArray().Count)
            && All(says, "anyOf", _ => Count("anyOf") > 0)
            && All(says, "oneOf", _ => Count("oneOf") == 1)
            && All(says, "not", schema => !Judge(schema, value).Holds);
    }

    private bool HoldsForObject(JsonObject says, JsonObject members, HashSet<string> evaluated)
    {
        var own = new HashSet<string>();
        foreach (var (name, value) in members)
        {
            var schemas = says["properties"]?.AsObject().Where(known => known.Key == name).Select(known => known.Value) ?? [];
            schemas = schemas.Concat(says["patternProperties"]?.AsObject().Where(known => IsMatch(known.Key, name))
                .Select(known => known.Value) ?? []);
            List<JsonNode?> applying = [.. schemas];
            if (applying.Count == 0 && says.TryGetPropertyValue("additionalProperties", out var additional))
            {
                applying.Add(additional);
            }

            if (applying.Any(schema => !Judge(schema, value).Holds))
            {
                return false;
            }

            if (applying.Count > 0)
            {
                own.Add(name);
            }
        }

        evaluated.UnionWith(own);
        return All(says, "minProperties", least => members.Count >= Values.Count(least!))
            && All(says, "maxProperties", most => members.Count <= Values.Count(most!))
            && All(says, "required", names => Has(members, names!))
            && All(says, "propertyNames", schema => members.All(member => Judge(schema, member.Key).Holds))
            && All(says, "dependentRequired",
                names => names!.AsObject().All(name => !members.ContainsKey(name.Key) || Has(members, name.Value!)))
            && All(says, "dependentSchemas",
                schemas => schemas!.AsObject().All(name => !members.ContainsKey(name.Key) || Also(name.Value, members, evaluated)))
            && All(says, "unevaluatedProperties", schema => LeftOver(schema, members, evaluated));
    }

    private bool HoldsForArray(JsonObject says, JsonArray items, HashSet<string> evaluated)
    {
        var prefix = says["prefixItems"]?.AsArray() ?? [];
        foreach (var (index, item) in items.Index())
        {
            var applies = index < prefix.Count || says.ContainsKey("items");
            if (applies && !Judge(index < prefix.Count ? prefix[index] : says["items"], item).Holds)
            {
                return false;
            }

            if (applies)
            {
                evaluated.Add(index.ToString(CultureInfo.InvariantCulture));
            }
        }

        return All(says, "minItems", least => items.Count >= Values.Count(least!))
            && All(says, "maxItems", most => items.Count <= Values.Count(most!))
            && All(says, "uniqueItems", _ => Values.AreUnique(items))
            && All(says, "contains", schema => Contains(says, schema, items, evaluated))
            && All(says, "unevaluatedItems", schema => LeftOver(schema, items, evaluated));
    }

    private bool Contains(JsonObject says, JsonNode? schema, JsonArray items, HashSet<string> evaluated)
    {
        List<int> found = [.. items.Index().Where(item => Judge(schema, item.Item).Holds).Select(item => item.Index)];
        evaluated.UnionWith(found.Select(index => index.ToString(CultureInfo.InvariantCulture)));
        var least = says["minContains"] is { } minimum ? Values.Count(minimum) : 1;
        return found.Count >= least && All(says, "maxContains", most => found.Count <= Values.Count(most!));
    }

    private bool LeftOver(JsonNode? schema, JsonNode container, HashSet<string> evaluated)
    {
        var all = container is JsonObject members
            ? members.ToDictionary(member => member.Key, member => member.Value)
            : container.AsArray().Index().ToDictionary(item => item.Index.ToString(CultureInfo.InvariantCulture), item => item.Item);
        var holds = all.Where(part => !evaluated.Contains(part.Key)).All(part => Judge(schema, part.Value).Holds);
        evaluated.UnionWith(all.Keys);
        return holds;
    }

    private bool Also(JsonNode? schema, JsonNode? value, HashSet<string> evaluated)
    {
        var judged = Judge(schema, value);
        evaluated.UnionWith(judged.Evaluated);
        return judged.Holds;
    }

    // By pointer, by anchor or by identifier: the last part is its name.
    private JsonNode? Definition(string reference) => root["$defs"]![reference.Split('/', '#')[^1]];

    private static bool Has(JsonObject members, JsonNode names) =>
        names.AsArray().All(name => members.ContainsKey(name!.GetValue<string>()));

    private static bool All(JsonObject says, string keyword, Func<JsonNode?, bool> holds) =>
        !says.TryGetPropertyValue(keyword, out var value) || holds(value);

    private static bool IsMatch(string pattern, string text) => Regex.IsMatch(Runes(text), pattern.Replace("$", "\\z"));

    // A dot takes one UTF-16 unit in .NET: another letter stands in for what has two.
    private static string Runes(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp ? rune.ToString() : "x"));
}
