using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Statute.Judging;

/// <summary>
/// One look over JSON content that sees what a binder does not: faults in members that nobody reads, names that come twice, halves of
/// characters. It builds no document, and allocates nothing for content that is in order.
/// </summary>
/// <param name="Fault">What is wrong first, or nothing.</param>
/// <param name="Line">The line of the fault, from 1.</param>
/// <param name="BytePosition">The byte within the line, from 1.</param>
/// <param name="IsNull">Whether the content is <c>null</c>.</param>
/// <param name="HasHugeNumber">Whether a number is too large for single precision, so that a binder may make infinity of it.</param>
public readonly record struct JsonScan(JsonFault Fault, long Line, long BytePosition, bool IsNull, bool HasHugeNumber)
{
    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int MaxDepth = 64;

    private const int LongNumber = 38;

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private static readonly SearchValues<byte> BetweenTokens = SearchValues.Create(" \t\r\n,:"u8);

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>Looks at content.</summary>
    /// <param name="content">The content without a byte order mark.</param>
    public static JsonScan Of(ReadOnlySpan<byte> content)
    {
        if (!content.ContainsAnyExcept(WhiteSpace))
        {
            return At(JsonFault.Empty, content, 0);
        }

        if (!Utf8.IsValid(content))
        {
            return At(JsonFault.NotUtf8, content, FirstInvalid(content));
        }

        var reader = new Utf8JsonReader(content, Strict);
        var names = new JsonNames(content);
        try
        {
            return Read(ref reader, ref names, content);
        }
        catch (JsonException e)
        {
            var fault = IsTooDeep(reader, content) ? JsonFault.TooDeep : JsonFault.Malformed;
            return new JsonScan(fault, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1, false, false);
        }
        finally
        {
            names.Dispose();
        }
    }

    private static JsonScan Read(ref Utf8JsonReader reader, ref JsonNames names, ReadOnlySpan<byte> content)
    {
        var isNull = false;
        var hasHugeNumber = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Enter(reader.CurrentDepth);
                    break;
                case JsonTokenType.PropertyName or JsonTokenType.String
                    when reader.ValueIsEscaped && JsonEscapes.HasLoneSurrogate(reader.ValueSpan):
                    return At(JsonFault.LoneSurrogate, content, (int)reader.TokenStartIndex);
                case JsonTokenType.PropertyName when !names.TryAdd(ref reader):
                    return At(JsonFault.DuplicateName, content, (int)reader.TokenStartIndex);
                case JsonTokenType.Number:
                    hasHugeNumber |= IsHuge(ref reader);
                    break;
                case JsonTokenType.Null:
                    isNull = reader.CurrentDepth == 0;
                    break;
            }
        }

        return new JsonScan(JsonFault.None, 0, 0, isNull, hasHugeNumber);
    }

    private static bool IsHuge(ref Utf8JsonReader reader) =>
        (reader.ValueSpan.Length > LongNumber || reader.ValueSpan.ContainsAny((byte)'e', (byte)'E'))
            && reader.TryGetDouble(out var number) && Math.Abs(number) > float.MaxValue;

    private static bool IsTooDeep(in Utf8JsonReader reader, ReadOnlySpan<byte> content)
    {
        var rest = content[(int)reader.BytesConsumed..];
        var next = rest.IndexOfAnyExcept(BetweenTokens);
        var depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        return depth >= MaxDepth && next >= 0 && rest[next] is (byte)'{' or (byte)'[';
    }

    private static int FirstInvalid(ReadOnlySpan<byte> content)
    {
        var index = 0;
        while (index < content.Length && Rune.DecodeFromUtf8(content[index..], out _, out var length) == OperationStatus.Done)
        {
            index += length;
        }

        return index;
    }

    private static JsonScan At(JsonFault fault, ReadOnlySpan<byte> content, int index)
    {
        var before = content[..index];
        return new JsonScan(fault, before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'), false, false);
    }
}
