using System.Text.Json.Nodes;

namespace Statute.SchemaCases;

/// <summary>
/// Makes schemas by chance. Names, texts and numbers are few, so that keywords meet; the schemas end, because a reference to the same
/// value leads only to a later definition.
/// </summary>
internal sealed class SchemaMaker(Chance chance, PairKind kind)
{
    private const int Definitions = 3;
    private const int MaxDepth = 3;

    private static readonly string[] Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    private static readonly string[] Formats =
    [
        "date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uuid", "json-pointer",
        "byte", "int32", "int64", "float", "double",
    ];

    private static readonly string[] Steps = ["1", "2", "3", "0.5", "0.01", "1e2"];

    private readonly Identifier[] _identifiers = [.. Enumerable.Range(0, Definitions).Select(_ => kind == PairKind.Specification
        ? chance.Of([Identifier.None, Identifier.Anchor, Identifier.Resource])
        : Identifier.None)];

    // Whether a dynamic reference would find its anchor in the resource that is being made.
    private bool _isDynamic = kind == PairKind.Specification;

    /// <summary>A schema with definitions.</summary>
    internal JsonNode Make()
    {
        var root = Object(0, -1);
        var definitions = new JsonObject();
        for (var number = 0; number < Definitions; number++)
        {
            definitions.Add(NameOf(number), Definition(number));
        }

        root["$defs"] = definitions;
        if (kind == PairKind.Specification)
        {
            root["$id"] = "http://example.org/root";
            root["$dynamicAnchor"] = "item";
        }

        return root;
    }

    private JsonNode Definition(int number)
    {
        switch (_identifiers[number])
        {
            case Identifier.Anchor:
                var anchored = Object(1, number);
                anchored["$anchor"] = NameOf(number);
                return anchored;
            case Identifier.Resource:
                var around = _isDynamic;
                _isDynamic = chance.Percent(70);
                var resource = Object(1, number);
                resource["$id"] = NameOf(number);
                resource[_isDynamic ? "$dynamicAnchor" : "$comment"] = "item";
                _isDynamic = around;
                return resource;
            default:
                return Schema(1, number);
        }
    }

    /// <summary>A reference to a definition, in one of the ways that lead there from wherever it stands.</summary>
    private string ReferenceTo(int number)
    {
        var pointer = $"#/$defs/{NameOf(number)}";
        return kind != PairKind.Specification ? pointer : _identifiers[number] switch
        {
            Identifier.Anchor when chance.Percent(60) => $"root#{NameOf(number)}",
            Identifier.Resource when chance.Percent(60) => NameOf(number),
            Identifier.None or Identifier.Anchor or Identifier.Resource => $"/root{pointer}",
        };
    }

    private static string NameOf(int definition) => $"d{definition}";

    // 'within' is the definition whose value is judged: it may refer in place only to later ones.
    private JsonNode Schema(int depth, int within)
    {
        if (chance.Percent(8))
        {
            return JsonValue.Create(chance.Percent(60));
        }

        return Object(depth, within);
    }

    private JsonObject Object(int depth, int within)
    {
        var schema = new JsonObject();
        for (var keywords = 1 + chance.Below(3); keywords > 0; keywords--)
        {
            AddKeywords(schema, depth, within);
        }

        return schema;
    }

    private void AddKeywords(JsonObject schema, int depth, int within)
    {
        switch (chance.Below(depth < MaxDepth ? 16 : 7))
        {
            case 0 or 1:
                schema["type"] = chance.Percent(75) ? chance.Of(Types) : Many(() => chance.Of(Types), 2);
                break;
            case 2:
                AddConstants(schema);
                break;
            case 3:
                AddNumbers(schema);
                break;
            case 4:
                AddTexts(schema);
                break;
            case 5:
                AddCounts(schema);
                break;
            case 6:
                schema["required"] = Many(Name, 2);
                break;
            case 7 or 8 or 9:
                AddMembers(schema, depth);
                break;
            case 10 or 11:
                AddItems(schema, depth);
                break;
            case 12 or 13:
                AddBranches(schema, depth, within);
                break;
            case 14:
                AddConditions(schema, depth, within);
                break;
            default:
                AddUnevaluated(schema, depth);
                break;
        }

        if (within < Definitions - 1 && chance.Percent(6))
        {
            schema["$ref"] = ReferenceTo(within + 1 + chance.Below(Definitions - 1 - within));
        }
    }

    private void AddConstants(JsonObject schema)
    {
        if (chance.Percent(40))
        {
            schema["const"] = ValueMaker.Any(chance, 2);
            return;
        }

        schema["enum"] = new JsonArray([.. Enumerable.Range(0, 1 + chance.Below(4)).Select(_ => ValueMaker.Any(chance, 2))]);
    }

    private void AddNumbers(JsonObject schema)
    {
        var keyword = chance.Of(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]);
        schema[keyword] = keyword == "multipleOf" ? JsonNode.Parse(chance.Of(Steps)) : ValueMaker.Number(chance);
    }

    private void AddTexts(JsonObject schema)
    {
        var keyword = chance.Of(["minLength", "maxLength", "pattern", "format"]);
        schema[kind == PairKind.Ajv || keyword != "format" ? keyword : "pattern"] = keyword switch
        {
            "minLength" or "maxLength" => chance.Below(4),
            "format" when kind == PairKind.Ajv => chance.Of(Formats),
            _ => chance.Of(ValueMaker.Patterns),
        };
    }

    private void AddCounts(JsonObject schema)
    {
        var keyword = chance.Of(["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"]);
        schema[keyword] = keyword == "uniqueItems" ? true : chance.Below(4);
    }

    private void AddMembers(JsonObject schema, int depth)
    {
        switch (chance.Below(8))
        {
            case 0:
                schema["additionalProperties"] = Inner(depth);
                break;
            case 1:
                schema["patternProperties"] = new JsonObject(Enumerable.Range(0, 1 + chance.Below(2))
                    .Select(_ => chance.Of(ValueMaker.Patterns)).Distinct().ToDictionary(pattern => pattern, _ => Inner(depth))!);
                break;
            case 2:
                schema["propertyNames"] = Schema(MaxDepth, Definitions);
                break;
            case 3:
                schema["dependentRequired"] = new JsonObject { [Name()] = Many(Name, 2) };
                break;
            case 4:
                schema["dependentSchemas"] = new JsonObject { [Name()] = Schema(depth + 1, Definitions) };
                break;
            default:
                schema["properties"] = new JsonObject(
                    Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => Name()).Distinct().ToDictionary(name => name, _ => Inner(depth))!);
                break;
        }
    }

    private void AddItems(JsonObject schema, int depth)
    {
        switch (chance.Below(4))
        {
            case 0:
                schema["prefixItems"] = Several(() => Inner(depth));
                break;
            case 1:
                schema["contains"] = Inner(depth);
                if (chance.Percent(70))
                {
                    schema[chance.Of(["minContains", "maxContains"])] = chance.Below(3);
                }

                break;
            default:
                schema["items"] = Inner(depth);
                break;
        }
    }

    private void AddBranches(JsonObject schema, int depth, int within)
    {
        var keyword = chance.Of(["allOf", "anyOf", "oneOf", "not"]);
        schema[keyword] = keyword == "not" ? Schema(depth + 1, within) : Several(() => Schema(depth + 1, within));
    }

    private void AddConditions(JsonObject schema, int depth, int within)
    {
        schema["if"] = Schema(depth + 1, within);
        schema[chance.Of(["then", "else"])] = Schema(depth + 1, within);
    }

    private void AddUnevaluated(JsonObject schema, int depth) =>
        schema[chance.Of(["unevaluatedItems", "unevaluatedProperties"])] = chance.Percent(60) ? JsonValue.Create(false) : Inner(depth);

    /// <summary>A schema of a value within: it may refer to any definition, and back to the whole.</summary>
    private JsonNode Inner(int depth) => chance.Below(100) switch
    {
        < 15 => new JsonObject { ["$ref"] = ReferenceTo(chance.Below(Definitions)) },
        < 23 when _isDynamic => new JsonObject { ["$dynamicRef"] = "#item" },
        _ => Schema(depth + 1, -1),
    };

    private string Name() => chance.Of(ValueMaker.Names);

    private static JsonArray Many(Func<string> one, int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => one()).Distinct().Select(text => (JsonNode)text)]);

    private JsonArray Several(Func<JsonNode> one) => new([.. Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => one())]);

    /// <summary>What a definition has besides its place.</summary>
    private enum Identifier
    {
        None,
        Anchor,
        Resource,
    }
}
