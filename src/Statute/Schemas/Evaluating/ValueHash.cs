using Statute.Schemas.Numbers;

namespace Statute.Schemas.Evaluating;

/// <summary>A hash of a value that has been read before: the same for equal values, however they are written.</summary>
internal static class ValueHash
{
    private const ulong ArrayStart = 0x5B;
    private const ulong ObjectStart = 0x7B;

    /// <summary>The hash of the value that begins here; the run stands behind it then.</summary>
    public static ulong Of(ref Run run)
    {
        if (!run.Spend())
        {
            return 0;
        }

        switch (run.Peek())
        {
            case '"':
                return run.ReadString(out var text) ? run.HashOf(text) : 0;
            case '[':
                return OfArray(ref run);
            case '{':
                return OfObject(ref run);
            case 't':
                run.ReadWord("true"u8);
                return 't';
            case 'f':
                run.ReadWord("false"u8);
                return 'f';
            case 'n':
                run.ReadWord("null"u8);
                return 'n';
            default:
                return run.ReadNumber(out var number) ? OfNumber(number, run.Json.Slice(number.Start, number.Length)) : 0;
        }
    }

    // The same for a number in whatever way it is read: short ones by their digits and exponent, longer ones digit by digit.
    private static ulong OfNumber(NumberToken token, ReadOnlySpan<byte> text)
    {
        if (token.IsShort)
        {
            return OfNumber(ShortNumber.Of(token));
        }

        var value = DecimalText.Parse(text);
        if (ShortNumber.TryMake(value) is { } number)
        {
            return OfNumber(number);
        }

        var hash = NameHash.Mix((ulong)value.Exponent ^ (value.IsNegative ? 1UL << 62 : 0));
        foreach (var digit in value)
        {
            hash = NameHash.Mix(hash ^ (uint)digit);
        }

        return hash;
    }

    private static ulong OfNumber(ShortNumber number)
    {
        var (digits, exponent) = number.Normal;
        return NameHash.Mix(NameHash.Mix((ulong)digits) ^ (ulong)exponent);
    }

    private static ulong OfArray(ref Run run)
    {
        var hash = ArrayStart;
        for (var first = true; Containers.Next(ref run, ']', ref first);)
        {
            hash = NameHash.Mix(hash ^ Of(ref run));
        }

        return hash;
    }

    // Added up, so that the order of members does not matter.
    private static ulong OfObject(ref Run run)
    {
        var hash = ObjectStart;
        for (var first = true; Containers.Next(ref run, '}', ref first) && Containers.Name(ref run, out var name);)
        {
            hash += NameHash.Mix(run.HashOf(name) ^ NameHash.Mix(Of(ref run)));
        }

        return hash;
    }
}
