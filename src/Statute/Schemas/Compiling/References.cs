using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>Finds what references lead to.</summary>
internal static class References
{
    /// <summary>The schema that a reference leads to; nothing, and a fault, if there is none.</summary>
    public static SchemaPlace? Resolve(SchemaCompiler compiler, SchemaPlace from, string keyword, string reference)
    {
        var (relative, fragment) = UriReference.Split(reference);
        var uri = UriReference.Resolve(from.Resource.Uri, relative);
        if (compiler.Library.Find(uri) is not { } resource)
        {
            compiler.Faults.Add(from, keyword, $"is '{reference}'; there is no document '{uri}'. Correct it, or let the resolver find it.");
            return null;
        }

        var place = Resolve(compiler.Library, resource, Uri.UnescapeDataString(fragment));
        if (place is null)
        {
            compiler.Faults.Add(from, keyword, $"is '{reference}', which leads to nothing. Correct it, or add what it names.");
        }

        return place;
    }

    /// <summary>
    /// What a schema that is nothing but a reference comes to: what it names, so that a run need not go through it. A way that leads
    /// back to itself ends where it began.
    /// </summary>
    public static SchemaPlace Follow(SchemaCompiler compiler, SchemaPlace place)
    {
        var seen = new HashSet<SchemaPlace>();
        while (seen.Add(place) && OnlyReference(compiler, place) is { } reference
            && Resolve(compiler, place, "$ref", reference) is { } next)
        {
            place = next;
        }

        return place;
    }

    private static string? OnlyReference(SchemaCompiler compiler, SchemaPlace place)
    {
        if (place.Element.ValueKind != JsonValueKind.Object || !place.Element.TryGetProperty("$ref", out var reference)
            || reference.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        // An identifier would be a scope of its own, and a keyword that is not known is to be noted.
        var alone = compiler.Options.Dialect == SchemaDialect.OpenApi30 || place.Element.EnumerateObject().All(member =>
            member.Name == "$ref" || compiler.Library.Keywords[member.Name] == KeywordShape.Annotation);
        return alone ? reference.GetString() : null;
    }

    private static SchemaPlace? Resolve(SchemaLibrary library, SchemaResource resource, string fragment)
    {
        if (fragment.Length == 0 || fragment[0] == '/')
        {
            return library.PlaceAt(resource.Document, resource.Pointer + fragment);
        }

        var anchors = library.PlaceAt(resource.Document, resource.Pointer)!.Resource;
        return anchors.Anchors.GetValueOrDefault(fragment) ?? anchors.DynamicAnchors.GetValueOrDefault(fragment);
    }
}
