using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary><c>type</c>, <c>nullable</c>, <c>enum</c>, <c>const</c>.</summary>
internal static class TypeKeywords
{
    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "type":
                ReadType(schema, value);
                return true;
            case "nullable":
                // It widens a type beside it and means nothing without one.
                schema.Flag(keyword, value);
                return true;
            case "enum":
                ReadEnum(schema, value);
                return true;
            case "const":
                schema.Node.Constant = new ConstantSet([value]);
                return true;
            default:
                return false;
        }
    }

    private static void ReadType(SchemaContext schema, JsonElement value)
    {
        var many = schema.Dialect == SchemaDialect.Draft202012;
        if (value.ValueKind != JsonValueKind.String && !(many && value.ValueKind == JsonValueKind.Array))
        {
            schema.Fault("type", $"must be the name of a type{(many ? ", or a list of names" : "")}; it is {Words.Kind(value)}.");
            return;
        }

        var names = value.ValueKind == JsonValueKind.String ? [value.GetString()!] : schema.Texts("type", value);
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
        {
            schema.Fault("type", "is an empty list; it must name a type.");
        }

        var types = TypeSet.None;
        foreach (var name in names)
        {
            types |= TypeOf(schema, name);
        }

        var nullable = schema.Dialect == SchemaDialect.OpenApi30
            && schema.Has("nullable", out var flag) && flag.ValueKind == JsonValueKind.True;
        types |= nullable ? TypeSet.Null : TypeSet.None;
        schema.Node.Types = types.HasFlag(TypeSet.Number) ? types & ~TypeSet.Integer : types;
    }

    private static TypeSet TypeOf(SchemaContext schema, string name)
    {
        var type = name switch
        {
            "null" when schema.Dialect == SchemaDialect.Draft202012 => TypeSet.Null,
            "boolean" => TypeSet.Boolean,
            "object" => TypeSet.Object,
            "array" => TypeSet.Array,
            "number" => TypeSet.Number,
            "string" => TypeSet.String,
            "integer" => TypeSet.Integer,
            _ => TypeSet.None,
        };
        if (type == TypeSet.None)
        {
            schema.Fault("type", $"names '{name}', which is no type of this dialect.");
        }

        return type;
    }

    private static void ReadEnum(SchemaContext schema, JsonElement value)
    {
        if (!schema.Is("enum", value, JsonValueKind.Array, "a list of values"))
        {
            return;
        }

        if (value.GetArrayLength() == 0)
        {
            schema.Note("enum", "is empty: no value conforms.");
        }

        schema.Node.Enumeration = new ConstantSet([.. value.EnumerateArray()]);
    }
}
