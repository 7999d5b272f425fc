using System.Text.Json.Nodes;

namespace Statute.SchemaCases;

/// <summary>Makes descriptions of OpenAPI 3.0 by chance: a schema object, and the components that it refers to.</summary>
internal sealed class OpenApiMaker(Chance chance)
{
    private const int Components = 3;
    private const int MaxDepth = 3;

    private static readonly string[] Types = ["boolean", "object", "array", "number", "string", "integer"];

    internal JsonObject Make()
    {
        var components = new JsonObject();
        for (var number = 0; number < Components; number++)
        {
            components.Add($"s{number}", Schema(1));
        }

        // Two that a discriminator tells apart; they hold no schema for the same value, which might lead back to them.
        foreach (var name in new[] { "Cat", "Dog" })
        {
            var schema = Schema(MaxDepth);
            schema["type"] = "object";
            schema["properties"] = new JsonObject { ["b"] = Inner(MaxDepth - 1) };
            schema["required"] = new JsonArray("a");
            components.Add(name, schema);
        }

        return new JsonObject { ["root"] = Schema(0), ["components"] = new JsonObject { ["schemas"] = components } };
    }

    private JsonObject Schema(int depth)
    {
        var schema = new JsonObject();
        for (var keywords = 1 + chance.Below(3); keywords > 0; keywords--)
        {
            AddKeywords(schema, depth);
        }

        return schema;
    }

    private void AddKeywords(JsonObject schema, int depth)
    {
        switch (chance.Below(depth < MaxDepth ? 11 : 6))
        {
            case 0 or 1:
                schema["type"] = chance.Of(Types);
                schema["nullable"] = chance.Percent(30);
                break;
            case 2:
                AddBound(schema, chance.Of(["minimum", "maximum"]));
                break;
            case 3:
                schema[chance.Of(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"])] = chance.Below(4);
                break;
            case 4:
                schema["pattern"] = chance.Of(ValueMaker.Patterns);
                break;
            case 5:
                schema["enum"] = new JsonArray([.. Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => ValueMaker.Any(chance, 2))]);
                break;
            case 6:
                schema["items"] = Inner(depth);
                schema["uniqueItems"] = chance.Percent(30);
                break;
            case 7 or 8:
                schema["properties"] = new JsonObject { [chance.Of(ValueMaker.Names)] = Inner(depth), ["ba"] = Inner(depth) };
                break;
            case 9:
                schema["additionalProperties"] = chance.Percent(30) ? JsonValue.Create(chance.Percent(50)) : Inner(depth);
                break;
            default:
                AddBranches(schema, depth);
                break;
        }
    }

    private void AddBound(JsonObject schema, string keyword)
    {
        schema[keyword] = ValueMaker.Number(chance);
        schema[keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"] = chance.Percent(40);
    }

    private void AddBranches(JsonObject schema, int depth)
    {
        if (chance.Percent(35))
        {
            schema["oneOf"] = new JsonArray(Reference("Cat"), Reference("Dog"));
            schema["discriminator"] = new JsonObject
            {
                ["propertyName"] = "a",
                ["mapping"] = new JsonObject { ["b"] = "Cat", ["ab"] = "#/components/schemas/Dog" },
            };
            return;
        }

        var keyword = chance.Of(["allOf", "anyOf", "oneOf", "not"]);
        schema.Remove("discriminator");
        schema[keyword] = keyword == "not"
            ? Schema(depth + 1)
            : new JsonArray([.. Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => (JsonNode)Schema(depth + 1))]);
    }

    // Values within may refer to any component: the value ends before the references do.
    private JsonObject Inner(int depth) => chance.Percent(20) ? Reference($"s{chance.Below(Components)}") : Schema(depth + 1);

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };
}
