using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Statute.AspNetCore.Content;

/// <summary>Asks the serializer whether it takes a value.</summary>
internal static class ContentTrial
{
    /// <summary>
    /// Null where the serializer takes the value; where it does not, where inside of it the fault is, if it says so. A number of which it
    /// makes infinity is not taken.
    /// </summary>
    internal static ContentTrialFault? FaultOf(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            var isInfinite = value.Deserialize(type) switch
            {
                double number => double.IsInfinity(number),
                float number => float.IsInfinity(number),
                Half number => Half.IsInfinity(number),
                _ => false,
            };
            return isInfinite && value.ValueKind == JsonValueKind.Number ? new ContentTrialFault([], IsOfTheContent: true) : null;
        }
        catch (Exception e)
        {
            return FaultOf(e, type);
        }
    }

    /// <summary>The same for content as it was sent, of which no document is made.</summary>
    internal static ContentTrialFault? FaultOf(ReadOnlySpan<byte> content, JsonTypeInfo type)
    {
        try
        {
            JsonSerializer.Deserialize(content, type);
            return null;
        }
        catch (Exception e)
        {
            return FaultOf(e, type);
        }
    }

    private static ContentTrialFault FaultOf(Exception exception, JsonTypeInfo type) => exception switch
    {
        JsonException { Path: var path } => new ContentTrialFault(KeyPath.Names(path ?? ""), IsOfTheContent: true),
        // So the serializer refuses an object of an abstract type that does not say of which kind it is.
        NotSupportedException => new ContentTrialFault([], IsOfTheContent: type.PolymorphismOptions is not null),
        // A constructor, a setter or a converter that throws fails the application, not the caller.
        _ => new ContentTrialFault([], IsOfTheContent: false),
    };
}

/// <summary>Why the serializer did not take a value.</summary>
/// <param name="Names">The way to the fault from the value that was tried.</param>
/// <param name="IsOfTheContent">Whether the caller can mend it.</param>
internal sealed record ContentTrialFault(IReadOnlyList<string> Names, bool IsOfTheContent);
