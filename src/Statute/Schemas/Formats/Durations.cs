namespace Statute.Schemas.Formats;

/// <summary>The <c>duration</c> of RFC 3339, appendix A: units in order, and none left out between two.</summary>
internal static class Durations
{
    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        if (text.Contains((byte)'W'))
        {
            return TryUnits(ref text, "W"u8) && text.IsEmpty;
        }

        var date = TryUnits(ref text, "YMD"u8);
        if (text.IsEmpty)
        {
            return date;
        }

        if (text[0] != 'T')
        {
            return false;
        }

        text = text[1..];
        return TryUnits(ref text, "HMS"u8) && text.IsEmpty;
    }

    private static bool TryUnits(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        var last = -1;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var unit = digits < 1 ? -1 : units.IndexOf(text[digits]);
            if (unit < 0 || (last >= 0 && unit != last + 1))
            {
                return digits == 0 && last >= 0;
            }

            last = unit;
            text = text[(digits + 1)..];
        }

        return last >= 0;
    }
}
