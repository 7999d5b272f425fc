namespace Statute.Schemas.Formats;

/// <summary>RFC 3339: <c>date-time</c>, <c>date</c>, <c>time</c>.</summary>
internal static class DateTimes
{
    private const int MinutesOfADay = 24 * 60;

    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > 11 && (text[10] | 0x20) == 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (century, yearOfCentury, month, day) = (Two(text, 0), Two(text, 2), Two(text, 5), Two(text, 8));
        return century >= 0 && yearOfCentury >= 0 && month is >= 1 and <= 12 && day >= 1
            && day <= DaysOf((century * 100) + yearOfCentury, month);
    }

    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        var (hour, minute, second) = (Two(text, 0), Two(text, 3), Two(text, 6));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return false;
        }

        var rest = text[8..];
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1)
            {
                return false;
            }

            rest = rest[(1 + digits)..];
        }

        // A leap second is the last one of a day in UTC.
        return TryOffset(rest, out var offset)
            && (second < 60 || ((hour * 60) + minute - offset + (2 * MinutesOfADay)) % MinutesOfADay == MinutesOfADay - 1);
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return false;
        }

        var (hour, minute) = (Two(text, 1), Two(text, 4));
        minutes = (text[0] == '-' ? -1 : 1) * ((hour * 60) + minute);
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59;
    }

    private static int DaysOf(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Two digits, or -1.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (first, second) = ((uint)text[at] - '0', (uint)text[at + 1] - '0');
        return first > 9 || second > 9 ? -1 : (int)((first * 10) + second);
    }
}
