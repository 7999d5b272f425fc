using System.Text;
using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>
/// The <c>discriminator</c> of OpenAPI 3.0 beside <c>oneOf</c> or <c>anyOf</c>: an object is judged by the branch that its member
/// names, and by no other. Branches are named by <c>mapping</c>, and by the last part of their reference.
/// </summary>
internal static class Discriminators
{
    public static void Read(SchemaContext schema, JsonElement value)
    {
        if (!schema.Is("discriminator", value, JsonValueKind.Object, "an object"))
        {
            return;
        }

        if (!value.TryGetProperty("propertyName", out var name) || name.ValueKind != JsonValueKind.String)
        {
            schema.Fault("discriminator", "lacks its 'propertyName', a text.");
            return;
        }

        var keyword = schema.Has("oneOf", out var branches) ? "oneOf" : schema.Has("anyOf", out branches) ? "anyOf" : null;
        if (keyword is null || branches.ValueKind != JsonValueKind.Array)
        {
            schema.Note("discriminator", "stands without 'oneOf' and 'anyOf' beside it; it is not judged.");
            return;
        }

        var choice = Read(schema, value, name.GetString()!, keyword, branches);
        if (keyword == "oneOf")
        {
            schema.InPlace.OneOfChoice = choice;
        }
        else
        {
            schema.InPlace.AnyOfChoice = choice;
        }
    }

    private static Choice? Read(SchemaContext schema, JsonElement value, string name, string keyword, JsonElement branches)
    {
        var chosen = new Dictionary<string, SchemaNode>();
        foreach (var (index, branch) in branches.EnumerateArray().Index())
        {
            if (branch.ValueKind != JsonValueKind.Object || !branch.TryGetProperty("$ref", out var reference)
                || reference.ValueKind != JsonValueKind.String)
            {
                schema.Fault("discriminator", $"needs a '$ref' in each branch of '{keyword}'; branch {index} is none.");
                return null;
            }

            var text = reference.GetString()!;
            chosen[text[(text.LastIndexOf('/') + 1)..]] = schema.Compiler.NodeOf(schema.Place, keyword, index);
        }

        var known = chosen.Values.ToHashSet();
        foreach (var (text, target) in Mapping(schema, value))
        {
            if (!known.Contains(target))
            {
                schema.Fault("discriminator", $"maps '{text}' to a schema that is no branch of '{keyword}'.");
            }

            chosen[text] = target;
        }

        var values = new NameTable([.. chosen.Keys.Select(Encoding.UTF8.GetBytes)]);
        return new Choice(Encoding.UTF8.GetBytes(name), values, [.. chosen.Values], IsDiscriminator: true);
    }

    private static IEnumerable<(string Text, SchemaNode Target)> Mapping(SchemaContext schema, JsonElement value)
    {
        if (!value.TryGetProperty("mapping", out var mapping) || mapping.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in mapping.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String))
        {
            // A name without a path is that of a schema of the document.
            var text = member.Value.GetString()!;
            var reference = text.AsSpan().IndexOfAny("/#.") < 0 ? $"#/components/schemas/{text}" : text;
            if (References.Resolve(schema.Compiler, schema.Place, "discriminator", reference) is { } place)
            {
                yield return (member.Name, schema.Compiler.NodeOf(place));
            }
        }
    }
}
