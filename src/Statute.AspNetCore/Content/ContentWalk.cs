using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Finds every value of the content that the serializer does not take, where the serializer itself stops at the first. It walks
/// through objects and lists; each value at the end of the way is tried by the serializer.
/// </summary>
internal sealed class ContentWalk
{
    private const int MaxFaults = 100;

    /// <summary>Each failed trial costs an exception, also those that are not the caller's fault.</summary>
    private const int MaxFailures = 200;

    private const int DefaultDepth = 64;

    private readonly List<ProblemError> _faults = [];
    private readonly int _maxDepth;
    private readonly bool _hasHugeNumber;
    private int _failures;

    private ContentWalk(JsonSerializerOptions options, bool hasHugeNumber)
    {
        _maxDepth = options.MaxDepth == 0 ? DefaultDepth : options.MaxDepth;
        _hasHugeNumber = hasHugeNumber;
    }

    private bool IsOver => _faults.Count >= MaxFaults || _failures >= MaxFailures;

    /// <summary>Every fault of the content; none where the serializer takes it, or where it refuses it for a reason of its own.</summary>
    /// <param name="content">The content.</param>
    /// <param name="type">What it is bound to.</param>
    /// <param name="hasHugeNumber">Whether to look for numbers that the serializer takes by making infinity of them.</param>
    internal static IReadOnlyList<ProblemError> FaultsOf(JsonElement content, JsonTypeInfo type, bool hasHugeNumber = false)
    {
        var whole = hasHugeNumber ? null : ContentTrial.FaultOf(content, type);
        if (!hasHugeNumber && whole is null)
        {
            return [];
        }

        var walk = new ContentWalk(type.Options, hasHugeNumber);
        try
        {
            walk.Visit(content, type, FragmentPointer.Root, 0);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            // Half a surrogate pair, or a type that the serializer does not know: what was found before holds.
        }

        if (walk._faults.Count == 0 && whole is { IsOfTheContent: true })
        {
            // Each part fits, and the whole does not: a constructor has refused it.
            walk.Add(whole, content, type, FragmentPointer.Root);
        }

        return walk._faults;
    }

    private void Visit(JsonElement value, JsonTypeInfo type, string pointer, int depth)
    {
        if (IsOver || depth > _maxDepth)
        {
            return;
        }

        var plain = ContentTypes.WithoutNull(type);
        if (value.ValueKind == JsonValueKind.Null || IsOpaque(plain))
        {
            Try(value, type, pointer);
            return;
        }

        switch (plain.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                VisitObject(value, plain, pointer, depth);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                VisitDictionary(value, plain, pointer, depth);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                VisitList(value, plain, pointer, depth);
                break;
            default:
                Try(value, type, pointer);
                break;
        }
    }

    /// <summary>Only the serializer knows what is inside of these.</summary>
    private static bool IsOpaque(JsonTypeInfo type) =>
        type.Kind == JsonTypeInfoKind.None || type.PolymorphismOptions is not null || type.Options.ReferenceHandler is not null;

    private void VisitObject(JsonElement value, JsonTypeInfo type, string pointer, int depth)
    {
        var present = new HashSet<JsonPropertyInfo>();
        foreach (var part in value.EnumerateObject())
        {
            if (IsOver)
            {
                return;
            }

            var at = FragmentPointer.Append(pointer, part.Name);
            if (ContentMember.Find(type, part.Name) is not { } member)
            {
                if (!ContentMember.TakesUnknown(type))
                {
                    _faults.Add(new ProblemError($"{ShownValue.Of(part.Name)} is no member of this object; take it out.", at));
                }

                continue;
            }

            present.Add(member);
            VisitMember(part.Value, type, member, at, depth);
        }

        foreach (var member in type.Properties)
        {
            if (!IsOver && ContentMember.IsRequired(member) && !present.Contains(member))
            {
                _faults.Add(new ProblemError($"'{member.Name}' is missing; it is required.", FragmentPointer.Append(pointer, member.Name)));
            }
        }
    }

    private void VisitMember(JsonElement value, JsonTypeInfo type, JsonPropertyInfo member, string pointer, int depth)
    {
        if (!ContentMember.IsRead(type, member) || ContentMember.TypeOf(type, member) is not { } memberType)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && !ContentMember.TakesNull(member) && ContentValue.IsReadBySerializer(memberType))
        {
            _faults.Add(new ProblemError(ContentValue.DetailOf(value, memberType), pointer));
            return;
        }

        Visit(value, memberType, pointer, depth + 1);
    }

    private void VisitDictionary(JsonElement value, JsonTypeInfo type, string pointer, int depth)
    {
        var keys = type.KeyType is { } key && key != typeof(string)
            ? ContentTypes.Of(type, typeof(Dictionary<,>).MakeGenericType(key, typeof(JsonElement)))
            : null;
        var element = ElementOf(type);
        foreach (var part in value.EnumerateObject())
        {
            if (IsOver)
            {
                return;
            }

            var at = FragmentPointer.Append(pointer, part.Name);
            if (keys is not null && IsRefused(new JsonObject { [part.Name] = null }, keys))
            {
                var expected = ExpectedValue.Of(type.KeyType!, part.Name) is { } words ? $"; it must be {words}" : "";
                _faults.Add(new ProblemError($"The name {ShownValue.Of(part.Name)} does not fit{expected}.", at));
            }

            Visit(part.Value, element, at, depth + 1);
        }
    }

    private bool IsRefused(JsonObject sample, JsonTypeInfo type)
    {
        var isRefused = ContentTrial.FaultOf(JsonSerializer.SerializeToElement(sample), type) is { IsOfTheContent: true };
        _failures += isRefused ? 1 : 0;
        return isRefused;
    }

    private void VisitList(JsonElement value, JsonTypeInfo type, string pointer, int depth)
    {
        var element = ElementOf(type);

        // A long list of plain values is tried as a whole first; one by one they cost ten times as much.
        if (!_hasHugeNumber && ContentTypes.WithoutNull(element).Kind == JsonTypeInfoKind.None && ContentTrial.FaultOf(value, type) is null)
        {
            return;
        }

        var index = 0;
        foreach (var part in value.EnumerateArray())
        {
            if (IsOver)
            {
                return;
            }

            Visit(part, element, FragmentPointer.Append(pointer, index++), depth + 1);
        }
    }

    private static JsonTypeInfo ElementOf(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    private void Try(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (ContentTrial.FaultOf(value, type) is not { } fault)
        {
            return;
        }

        _failures++;
        if (fault.IsOfTheContent)
        {
            Add(fault, value, type, pointer);
        }
    }

    private void Add(ContentTrialFault fault, JsonElement value, JsonTypeInfo type, string pointer)
    {
        var inner = value;
        foreach (var name in fault.Names)
        {
            pointer = FragmentPointer.Append(pointer, name);
            inner = Part(inner, name);
        }

        // An inner value that is not there is a missing one, of which the way is all that is known.
        _faults.Add(new ProblemError(
            fault.Names.Count == 0 ? ContentValue.DetailOf(value, ContentTypes.WithoutNull(type))
            : inner.ValueKind == JsonValueKind.Undefined ? "A value that is needed here is missing."
            : ContentValue.DetailOf(inner),
            pointer));
    }

    private static JsonElement Part(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(name, out var part) => part,
        JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.GetArrayLength() => value[index],
        _ => default,
    };
}
