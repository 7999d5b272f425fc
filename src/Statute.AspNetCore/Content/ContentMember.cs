using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Statute.AspNetCore.Content;

/// <summary>What the serializer holds a member of an object to.</summary>
internal static class ContentMember
{
    private static readonly ConditionalWeakTable<JsonPropertyInfo, JsonTypeInfo> OwnTypes = [];

    internal static JsonPropertyInfo? Find(JsonTypeInfo type, string name)
    {
        JsonPropertyInfo? similar = null;
        foreach (var member in type.Properties)
        {
            if (member.Name == name)
            {
                return member;
            }

            if (type.Options.PropertyNameCaseInsensitive && member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                similar ??= member;
            }
        }

        return similar;
    }

    /// <summary>Whether the serializer looks at the value at all.</summary>
    internal static bool IsRead(JsonTypeInfo type, JsonPropertyInfo member) => !member.IsExtensionData
        && (member.Set is not null || member.AssociatedParameter is not null || (member.Get is not null && IsPopulated(type, member)));

    internal static bool IsRequired(JsonPropertyInfo member) => member.IsRequired
        || (member.Options.RespectRequiredConstructorParameters
            && member.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false });

    /// <summary>What can only be filled cannot become null; of structures their converters decide.</summary>
    internal static bool TakesNull(JsonPropertyInfo member) => member.PropertyType.IsValueType
        || ((member.Set is not null || member.AssociatedParameter is not null)
            && (!member.Options.RespectNullableAnnotations || (member.AssociatedParameter?.IsNullable ?? member.IsSetNullable)));

    internal static bool TakesUnknown(JsonTypeInfo type) =>
        (type.UnmappedMemberHandling ?? type.Options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Skip;

    /// <summary>The type of the member, with the converter and the handling of numbers that are declared at it.</summary>
    internal static JsonTypeInfo? TypeOf(JsonTypeInfo type, JsonPropertyInfo member)
    {
        if (OwnTypes.TryGetValue(member, out var known))
        {
            return known;
        }

        var near = type.Options.TryGetTypeInfo(member.PropertyType, out var found) ? found : null;
        var numbers = member.NumberHandling ?? (near?.Kind == JsonTypeInfoKind.Object ? null : type.NumberHandling);
        if (member.CustomConverter is null && (numbers is null || numbers == type.Options.NumberHandling))
        {
            return near;
        }

        var options = new JsonSerializerOptions(type.Options);
        options.NumberHandling = numbers ?? options.NumberHandling;
        if (member.CustomConverter is { } converter)
        {
            options.Converters.Insert(0, converter);
        }

        var own = options.GetTypeInfo(member.PropertyType);
        OwnTypes.TryAdd(member, own);
        return own;
    }

    private static bool IsPopulated(JsonTypeInfo type, JsonPropertyInfo member) =>
        (member.ObjectCreationHandling ?? type.PreferredPropertyObjectCreationHandling ?? type.Options.PreferredObjectCreationHandling)
        == JsonObjectCreationHandling.Populate;
}
