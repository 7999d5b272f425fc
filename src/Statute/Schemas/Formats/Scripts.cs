namespace Statute.Schemas.Formats;

/// <summary>What the rules of international labels ask of a neighbour, by the blocks of Unicode.</summary>
internal static class Scripts
{
    public static bool IsGreek(int codePoint) => codePoint is (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF);

    public static bool IsHebrew(int codePoint) => codePoint is >= 0x591 and <= 0x5F4;

    public static bool IsKanaOrHan(int codePoint) => codePoint
        is 0x3005 or 0x3007 or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Combining class 9, which the platform does not tell.</summary>
    public static bool IsVirama(int codePoint) => codePoint
        is 0x94D or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD or 0xD3B or 0xD3C or 0xD4D or 0xDCA or 0xE3A or 0xEBA
        or 0xF84 or 0x1039 or 0x103A or 0x1714 or 0x1715 or 0x1734 or 0x17D2 or 0x1A60 or 0x1B44 or 0x1BAA or 0x1BAB or 0x1BF2 or 0x1BF3
        or 0x2D7F or 0xA806 or 0xA82C or 0xA8C4 or 0xA953 or 0xA9C0 or 0xAAF6 or 0xABED;

    /// <summary>A letter of Arabic or Syriac that joins the one after it.</summary>
    public static bool JoinsForward(int codePoint) => JoinsBackward(codePoint) && codePoint
        is not ((>= 0x622 and <= 0x625) or 0x627 or 0x629 or (>= 0x62F and <= 0x632) or 0x648 or (>= 0x671 and <= 0x673)
        or (>= 0x675 and <= 0x677) or (>= 0x688 and <= 0x699) or 0x6C0 or (>= 0x6C3 and <= 0x6CB) or 0x6CD or 0x6CF or 0x6D2 or 0x6D3
        or 0x6D5 or 0x6EE or 0x6EF or 0x710 or (>= 0x715 and <= 0x719) or 0x71E or 0x728 or 0x72A or 0x72C or 0x72F or 0x74D);

    /// <summary>A letter of Arabic or Syriac that joins the one before it.</summary>
    public static bool JoinsBackward(int codePoint) => codePoint
        is 0x620 or (>= 0x622 and <= 0x63F) or (>= 0x641 and <= 0x64A) or (>= 0x66E and <= 0x66F) or (>= 0x671 and <= 0x6D3) or 0x6D5
        or 0x6EE or 0x6EF or (>= 0x6FA and <= 0x6FC) or 0x6FF or (>= 0x710 and <= 0x72F) or (>= 0x74D and <= 0x77F);
}
