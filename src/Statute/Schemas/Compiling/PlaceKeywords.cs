using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>The keywords that hold or name schemas for the same value.</summary>
internal static class PlaceKeywords
{
    public static bool ReadCore(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "$ref":
                ReadReference(schema, value);
                return true;
            case "$dynamicRef":
                ReadDynamicReference(schema, value);
                return true;
            default:
                return false;
        }
    }

    public static void ReadReference(SchemaContext schema, JsonElement value)
    {
        if (schema.Is("$ref", value, JsonValueKind.String, "a URI reference")
            && References.Resolve(schema.Compiler, schema.Place, "$ref", value.GetString()!) is { } place)
        {
            schema.InPlace.Reference = schema.Compiler.NodeOf(place);
        }
    }

    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "allOf":
                schema.InPlace.AllOf = ArrayKeywords.List(schema, keyword, value);
                return true;
            case "anyOf":
                schema.InPlace.AnyOf = ArrayKeywords.List(schema, keyword, value);
                return true;
            case "oneOf":
                schema.InPlace.OneOf = ArrayKeywords.List(schema, keyword, value);
                return true;
            case "not":
                schema.InPlace.Not = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "if":
                schema.InPlace.If = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "then" when schema.Has("if", out _):
                schema.InPlace.Then = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "else" when schema.Has("if", out _):
                schema.InPlace.Else = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "then" or "else":
                schema.Note(keyword, "stands without 'if' beside it; it is not judged.");
                return true;
            case "discriminator":
                Discriminators.Read(schema, value);
                return true;
            default:
                return false;
        }
    }

    private static void ReadDynamicReference(SchemaContext schema, JsonElement value)
    {
        if (!schema.Is("$dynamicRef", value, JsonValueKind.String, "a URI reference")
            || References.Resolve(schema.Compiler, schema.Place, "$dynamicRef", value.GetString()!) is not { } place)
        {
            return;
        }

        var anchor = UriReference.Split(value.GetString()!).Fragment;
        var isDynamic = place.Resource.DynamicAnchors.TryGetValue(anchor, out var anchored) && anchored.Equals(place);
        schema.InPlace.Dynamic = new DynamicReference { Initial = schema.Compiler.NodeOf(place) };
        if (isDynamic)
        {
            schema.Compiler.AddDynamic(schema.InPlace.Dynamic, anchor);
        }
    }
}
