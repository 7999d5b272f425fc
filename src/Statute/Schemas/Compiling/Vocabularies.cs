using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>What a schema's <c>$schema</c> means for it.</summary>
internal static class Vocabularies
{
    public const string Draft202012 = "https://json-schema.org/draft/2020-12/schema";

    private const string Prefix = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly string[] WithoutEffect = ["core", "meta-data", "format-annotation", "content"];

    /// <summary>The set of a resource; faults are noted where the meta-schema cannot be found or asks for what is not known.</summary>
    public static VocabularySet Of(JsonElement schema, SchemaPlace place, SchemaLibrary library)
    {
        if (!schema.TryGetProperty("$schema", out var named) || named.ValueKind != JsonValueKind.String
            || named.GetString()!.TrimEnd('#') is Draft202012 or "https://spec.openapis.org/oas/3.1/dialect/base")
        {
            return VocabularySet.Standard;
        }

        var uri = named.GetString()!;
        if (library.Find(uri) is not { } meta)
        {
            library.Faults.Add(place, "$schema", $"names '{uri}', which is not found; 2020-12 and what is made from it are known.");
            return VocabularySet.Standard;
        }

        var root = library.PlaceAt(meta.Document, meta.Pointer)!.Element;
        return root.TryGetProperty("$vocabulary", out var vocabulary) && vocabulary.ValueKind == JsonValueKind.Object
            ? Of(vocabulary, uri, place, library)
            : VocabularySet.Standard;
    }

    private static VocabularySet Of(JsonElement vocabulary, string uri, SchemaPlace place, SchemaLibrary library)
    {
        var set = VocabularySet.None;
        foreach (var member in vocabulary.EnumerateObject())
        {
            var name = member.Name.StartsWith(Prefix, StringComparison.Ordinal) ? member.Name[Prefix.Length..] : member.Name;
            set |= name switch
            {
                "applicator" => VocabularySet.Applicator,
                "unevaluated" => VocabularySet.Unevaluated,
                "validation" => VocabularySet.Validation,
                "format-assertion" => VocabularySet.FormatAssertion,
                _ => VocabularySet.None,
            };
            if (member.Value.ValueKind == JsonValueKind.True && !IsKnown(name))
            {
                library.Faults.Add(place, "$schema", $"names '{uri}', which requires the vocabulary '{member.Name}'; it is not known.");
            }
        }

        return set;
    }

    private static bool IsKnown(string name) =>
        WithoutEffect.Contains(name) || name is "applicator" or "unevaluated" or "validation" or "format-assertion";
}
