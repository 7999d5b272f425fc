using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Statute.Schemas.Evaluating;

internal ref partial struct Run
{
    // So much of a space is looked at byte by byte.
    private const int FreeSpace = 64;

    // More digits would not fit 128 bits together with the lengths of texts.
    private const int ExponentDigits = 36;

    /// <summary>The next byte that is no space, or -1 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Peek()
    {
        var at = At;
        return (uint)at < (uint)Json.Length && Json[at] > ' ' ? Json[at] : PeekBehindSpace();
    }

    private int PeekBehindSpace()
    {
        var start = At;
        var at = start;
        while ((uint)at < (uint)Json.Length && at - start < FreeSpace && IsSpace(Json[at]))
        {
            at++;
        }

        if (at - start == FreeSpace)
        {
            // Each schema of a value reads the space in it again.
            var more = Json[at..].IndexOfAnyExcept(" \n\r\t"u8);
            at = more < 0 ? Json.Length : at + more;
            if (!Spend((at - start) >> 6))
            {
                return -1;
            }
        }

        At = at;
        return (uint)at < (uint)Json.Length && Json[at] > ' ' ? Json[at] : -1;
    }

    private static bool IsSpace(byte one) => one is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>Reads the string whose opening quote is next.</summary>
    public bool ReadString(out StringToken token)
    {
        var start = At + 1;
        var at = start;
        var escaped = false;
        ref var first = ref MemoryMarshal.GetReference(Json);
        while (true)
        {
            // Sixteen bytes at a time up to a quote, a backslash or a control character.
            while (at + Vector128<byte>.Count <= Json.Length)
            {
                var bytes = Vector128.LoadUnsafe(ref first, (nuint)at);
                var found = (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                    | Vector128.LessThan(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
                if (found != 0)
                {
                    at += BitOperations.TrailingZeroCount(found);
                    break;
                }

                at += Vector128<byte>.Count;
            }

            while (at < Json.Length && Json[at] is not ((byte)'"' or (byte)'\\') && Json[at] >= ' ')
            {
                at++;
            }

            if (at < Json.Length && Json[at] == '"')
            {
                token = new StringToken(start, at - start, escaped);
                At = at + 1;
                return (token.Length < 64 && !escaped) || IsAffordable(token.Length, escaped ? 3 : 6);
            }

            token = default;
            if (at >= Json.Length || Json[at] != '\\')
            {
                At = at;
                return End(RunFault.Syntax);
            }

            escaped = true;
            if (Escapes.LengthAt(Json, at) is var length && length <= 0)
            {
                At = at;
                return End(length == 0 ? RunFault.Syntax : RunFault.LoneSurrogate);
            }

            at += length;
        }
    }

    // A step for 64 bytes; for fewer where they have escapes, or are a number whose digits are looked at one by one.
    private bool IsAffordable(int length, int shift) =>
        length > _budgets.StringBytes ? End(RunFault.StringBytes) : Spend(length >> shift);

    /// <summary>Reads the number that must be next.</summary>
    public bool ReadNumber(out NumberToken token)
    {
        var json = Json;
        var start = At;
        var at = start;
        var negative = (uint)at < (uint)json.Length && json[at] == '-';
        var digits = at += negative ? 1 : 0;
        long value = 0;
        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9)
        {
            value = (value * 10) + (json[at++] - '0');
        }

        var count = at - digits;
        if (count == 0 || (count > 1 && json[digits] == '0'))
        {
            token = default;
            return End(RunFault.Syntax);
        }

        var scale = 0;
        if ((uint)at < (uint)json.Length && (json[at] == '.' || (json[at] | 0x20) == 'e'))
        {
            var point = at;
            if (!ReadFraction(ref at, ref value, out var hasExponent))
            {
                token = default;
                return false;
            }

            scale = hasExponent ? -1 : at - point - 1;
        }

        scale = count + scale > NumberToken.MaxDigits ? -1 : scale;
        At = at;
        token = new NumberToken(start, at - start, scale, negative ? -value : value);
        return scale >= 0 || IsAffordable(at - start, 1);
    }

    private bool ReadFraction(ref int at, ref long value, out bool hasExponent)
    {
        var json = Json;
        if (json[at] == '.')
        {
            var from = ++at;
            while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9)
            {
                value = (value * 10) + (json[at++] - '0');
            }

            if (at == from)
            {
                hasExponent = false;
                return End(RunFault.Syntax);
            }
        }

        hasExponent = (uint)at < (uint)json.Length && (json[at] | 0x20) == 'e';
        return !hasExponent || ReadExponent(ref at);
    }

    private bool ReadExponent(ref int at)
    {
        at += at + 1 < Json.Length && Json[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
        var from = at;
        var first = -1;
        for (; at < Json.Length && (uint)(Json[at] - '0') <= 9; at++)
        {
            first = first < 0 && Json[at] != '0' ? at : first;
        }

        return at == from ? End(RunFault.Syntax) : first < 0 || at - first <= ExponentDigits || End(RunFault.Exponent);
    }

    public bool ReadWord(ReadOnlySpan<byte> word)
    {
        if (!Json[At..].StartsWith(word))
        {
            return End(RunFault.Syntax);
        }

        At += word.Length;
        return true;
    }
}
