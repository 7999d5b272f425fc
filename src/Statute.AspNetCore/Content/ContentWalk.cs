using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Finds every value of JSON content that is no value of its type; the serializer stops at the first. What the serializer takes, the walk
/// takes too, but for numbers of which it makes infinity.
/// </summary>
internal sealed class ContentWalk
{
    private readonly List<ProblemError> _faults = [];
    private readonly bool _isTaken;

    private ContentWalk(bool isTaken) => _isTaken = isTaken;

    private bool IsFull => _faults.Count > Problem.MaxErrors;

    internal static IReadOnlyList<ProblemError> FaultsOf(JsonElement content, JsonTypeInfo type)
    {
        var refusal = ContentValue.RefusalOf(content, type);
        var walk = new ContentWalk(refusal is null);
        walk.Visit(content, type, allowsNull: true, FragmentPointer.Root);
        if (walk._faults.Count == 0 && refusal is not null)
        {
            // A converter of the application's own refuses, or a rule that is not known here.
            walk._faults.Add(new ProblemError("The value cannot be used here.", JsonPaths.ToPointer(refusal.Path)));
        }

        return walk._faults;
    }

    private void Visit(JsonElement value, JsonTypeInfo declared, bool allowsNull, string pointer)
    {
        if (IsFull)
        {
            return;
        }

        var type = ContentTypes.WithoutNull(declared);
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!allowsNull || (type == declared && type.Type.IsValueType))
            {
                Refuse(pointer, ContentValue.Wrong(value, type));
            }

            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when type.PolymorphismOptions is null:
                VisitObject(value, type, pointer);
                break;
            case JsonTypeInfoKind.Enumerable when ContentTypes.Of(type, type.ElementType) is not null:
                VisitList(value, type, pointer);
                break;
            case JsonTypeInfoKind.Dictionary when ContentTypes.Of(type, type.ElementType) is not null:
                VisitDictionary(value, type, pointer);
                break;
            case JsonTypeInfoKind.None or JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary:
                VisitValue(value, type, pointer);
                break;
        }
    }

    private void VisitObject(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(pointer, ContentValue.Wrong(value, type));
            return;
        }

        foreach (var property in type.Properties)
        {
            if (property.IsRequired && !Has(value, type, property))
            {
                Refuse(FragmentPointer.Append(pointer, property.Name), $"The member '{property.Name}' is missing.");
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var property = type.Properties.FirstOrDefault(p => IsNamed(type, p, member.Name));
            if (property is not null)
            {
                VisitMember(member.Value, type, property, FragmentPointer.Append(pointer, property.Name));
            }
            else if ((type.UnmappedMemberHandling ?? type.Options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow)
            {
                Refuse(FragmentPointer.Append(pointer, member.Name), $"The member {ShownValue.Of(member.Name)} is not known.");
            }
        }
    }

    private void VisitMember(JsonElement value, JsonTypeInfo type, JsonPropertyInfo property, string pointer)
    {
        // A converter that only this member has is not asked apart from it; what it refuses is found by the serializer's own path.
        if (property is { CustomConverter: null, IsExtensionData: false }
            && ContentTypes.Declared(type, property.PropertyType) is { } declared)
        {
            Visit(value, declared, property.IsSetNullable || !type.Options.RespectNullableAnnotations, pointer);
        }
    }

    private void VisitList(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(pointer, ContentValue.Wrong(value, type));
            return;
        }

        var element = ContentTypes.Declared(type, type.ElementType)!;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Visit(item, element, allowsNull: true, FragmentPointer.Append(pointer, index++));
        }
    }

    private void VisitDictionary(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(pointer, ContentValue.Wrong(value, type));
            return;
        }

        var element = ContentTypes.Declared(type, type.ElementType)!;
        foreach (var member in value.EnumerateObject())
        {
            Visit(member.Value, element, allowsNull: true, FragmentPointer.Append(pointer, member.Name));
        }
    }

    private void VisitValue(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (ContentValue.RefusalOf(value, type) is { } refusal)
        {
            var within = refusal.Path is null or "$" ? pointer : pointer + JsonPaths.ToPointer(refusal.Path)[1..];
            Refuse(within, within == pointer ? ContentValue.Wrong(value, type) : "The value cannot be used here.");
        }
        else if (ContentValue.IsInfinite(value, type.Type))
        {
            _faults.Add(new ProblemError(ContentValue.TooLarge(value), pointer));
        }
    }

    private void Refuse(string pointer, string detail)
    {
        // The serializer's word is the last: what it takes, nobody has to correct.
        if (!_isTaken)
        {
            _faults.Add(new ProblemError(detail, pointer));
        }
    }

    private static bool Has(JsonElement value, JsonTypeInfo type, JsonPropertyInfo property)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (IsNamed(type, property, member.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(JsonTypeInfo type, JsonPropertyInfo property, string name) => property.Name.Equals(
        name, type.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
