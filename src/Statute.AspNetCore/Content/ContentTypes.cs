using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Statute.AspNetCore.Content;

/// <summary>Steps from a type of the content to the types of its parts, as the serializer sees them.</summary>
internal static class ContentTypes
{
    /// <summary>What the serializer knows of the type, of <c>T</c> where it is <c>T?</c>; null where it does not know it.</summary>
    internal static JsonTypeInfo? Of(JsonTypeInfo near, Type? type) =>
        type is null ? null : Declared(near, Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>What the serializer knows of the type as it is; null where it does not know it.</summary>
    internal static JsonTypeInfo? Declared(JsonTypeInfo near, Type? type)
    {
        if (type is null)
        {
            return null;
        }

        try
        {
            return near.Options.TryGetTypeInfo(type, out var found) ? found : null;
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            // A type that cannot be serialized stands only where nobody serializes it.
            return null;
        }
    }

    internal static JsonTypeInfo WithoutNull(JsonTypeInfo type) =>
        Nullable.GetUnderlyingType(type.Type) is { } inner ? type.Options.GetTypeInfo(inner) : type;

    /// <summary>The member that goes by this name in C# or in JSON; a name that fits exactly comes first.</summary>
    internal static JsonPropertyInfo? Member(JsonTypeInfo type, string name) =>
        Member(type, name, StringComparison.Ordinal) ?? Member(type, name, StringComparison.OrdinalIgnoreCase);

    private static JsonPropertyInfo? Member(JsonTypeInfo type, string name, StringComparison comparison)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider is MemberInfo member && member.Name.Equals(name, comparison))
            {
                return property;
            }
        }

        foreach (var property in type.Properties)
        {
            if (property.Name.Equals(name, comparison))
            {
                return property;
            }
        }

        return null;
    }
}
