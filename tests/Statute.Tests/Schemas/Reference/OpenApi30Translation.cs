using System.Text.Json.Nodes;

namespace Statute.Tests.Schemas.Reference;

/// <summary>A schema of OpenAPI 3.0 as one of 2020-12 that means the same, for the evaluator.</summary>
internal static class OpenApi30Translation
{
    public static JsonNode Of(JsonNode document)
    {
        var root = Schema(document["root"]).AsObject();
        root["$defs"] = new JsonObject(document["components"]!["schemas"]!.AsObject()
            .Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)Schema(schema.Value))));
        return root;
    }

    private static JsonNode Schema(JsonNode? schema)
    {
        if (schema is not JsonObject says)
        {
            return schema!.DeepClone();
        }

        var translated = new JsonObject();
        foreach (var (keyword, value) in says)
        {
            translated[keyword] = keyword switch
            {
                "items" or "additionalProperties" or "not" => Schema(value),
                "allOf" or "anyOf" or "oneOf" => new JsonArray([.. value!.AsArray().Select(Schema)]),
                "properties" => new JsonObject(value!.AsObject().Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Schema(one.Value)))),
                "$ref" => value!.GetValue<string>().Replace("components/schemas", "$defs"),
                _ => value?.DeepClone(),
            };
        }

        Nullable(translated);
        Exclusive(translated, "minimum", "exclusiveMinimum");
        Exclusive(translated, "maximum", "exclusiveMaximum");
        Discriminator(translated);
        if (translated["uniqueItems"]?.GetValue<bool>() == false)
        {
            translated.Remove("uniqueItems");
        }

        return translated;
    }

    private static void Nullable(JsonObject schema)
    {
        if (schema.Remove("nullable", out var nullable) && nullable!.GetValue<bool>() && schema["type"] is { } type)
        {
            schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        }
    }

    private static void Exclusive(JsonObject schema, string bound, string exclusive)
    {
        if (schema.Remove(exclusive, out var flag) && flag!.GetValue<bool>() && schema.Remove(bound, out var limit))
        {
            schema[exclusive] = limit;
        }
    }

    /// <summary>An object is judged by the branch that its member names; anything else by 'oneOf'.</summary>
    private static void Discriminator(JsonObject schema)
    {
        if (!schema.Remove("discriminator", out var discriminator) || !schema.Remove("oneOf", out var branches))
        {
            return;
        }

        var member = discriminator!["propertyName"]!.GetValue<string>();
        var names = branches!.AsArray().Select(branch => branch!["$ref"]!.GetValue<string>().Split('/')[^1]).Select(name => (name, name))
            .Concat(discriminator["mapping"]!.AsObject().Select(one => (one.Key, one.Value!.GetValue<string>().Split('/')[^1])));
        schema["if"] = new JsonObject { ["type"] = "object" };
        schema["then"] = new JsonObject { ["anyOf"] = new JsonArray([.. names.Select(name => Chosen(member, name.Item1, name.Item2))]) };
        schema["else"] = new JsonObject { ["oneOf"] = branches };
    }

    private static JsonObject Chosen(string member, string name, string schema) => new()
    {
        ["required"] = new JsonArray(member),
        ["properties"] = new JsonObject { [member] = new JsonObject { ["const"] = name } },
        ["$ref"] = $"#/$defs/{schema}",
    };
}
