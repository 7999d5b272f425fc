using System.Globalization;

namespace Statute.Schemas.Formats;

/// <summary>
/// The labels that RFC 5891 allows: RFC 5892's classes by general category and its tables of exceptions, and the rules for
/// characters that need others beside them. Stability under case and width folding is seen by category only.
/// </summary>
internal static class InternationalLabels
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int KatakanaMiddleDot = 0x30FB;

    public static bool IsValid(ReadOnlySpan<byte> withoutPrefix)
    {
        Span<int> room = stackalloc int[64];
        var count = Punycode.Decode(withoutPrefix, room);
        if (count < 1)
        {
            return false;
        }

        ReadOnlySpan<int> label = room[..count];
        if (!label.ContainsAnyExceptInRange(0, 127) || IsMark(label[0]) || (count > 3 && label[2] == '-' && label[3] == '-'))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!IsAllowed(label, i))
            {
                return false;
            }
        }

        // Digits of the two Arabic kinds do not stand in one label.
        return !(label.ContainsAnyInRange(0x660, 0x669) && label.ContainsAnyInRange(0x6F0, 0x6F9));
    }

    private static bool IsAllowed(ReadOnlySpan<int> label, int at)
    {
        var before = at > 0 ? label[at - 1] : 0;
        var after = at + 1 < label.Length ? label[at + 1] : 0;
        switch (label[at])
        {
            case 0xB7:
                return before == 'l' && after == 'l';
            case 0x375:
                return Scripts.IsGreek(after);
            case 0x5F3 or 0x5F4:
                return Scripts.IsHebrew(before);
            case KatakanaMiddleDot:
                return HasKana(label);
            case ZeroWidthJoiner:
                return Scripts.IsVirama(before);
            case ZeroWidthNonJoiner:
                return Scripts.IsVirama(before) || (Scripts.JoinsForward(before) && Scripts.JoinsBackward(after));
            case 0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007:
                return true;
            case 0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B:
                return false;
            default:
                return IsLetterOrDigit(label[at]);
        }
    }

    private static bool HasKana(ReadOnlySpan<int> label)
    {
        foreach (var codePoint in label)
        {
            if (codePoint != KatakanaMiddleDot && Scripts.IsKanaOrHan(codePoint))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsLetterOrDigit(int codePoint) => codePoint == '-' || CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
}
