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
                return run.ReadString(out var text) ? OfText(ref run, text) : 0;
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
                return run.ReadNumber(out var number) ? OfNumber(run.Json.Slice(number.Start, number.Length)) : 0;
        }
    }

    private static ulong OfText(ref Run run, StringToken token)
    {
        var top = run.Arena.Top;
        var hash = NameHash.Of(run.TextOf(token));
        run.Arena.Top = top;
        return hash;
    }

    private static ulong OfNumber(ReadOnlySpan<byte> text)
    {
        var value = DecimalText.Parse(text);
        var hash = NameHash.Mix((ulong)value.Exponent ^ (value.IsNegative ? 1UL << 62 : 0));
        foreach (var digit in value)
        {
            hash = NameHash.Mix(hash ^ (uint)digit);
        }

        return hash;
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
            hash += NameHash.Mix(OfText(ref run, name) ^ NameHash.Mix(Of(ref run)));
        }

        return hash;
    }
}
