using System.Buffers;

namespace Statute.Schemas.Formats;

/// <summary>Sets of ASCII characters that several formats share.</summary>
internal static class Characters
{
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    public static bool AreHex(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(Hex);

    public static bool IsLetter(byte letter) => (uint)((letter | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsDigit(byte digit) => (uint)(digit - '0') <= 9;
}
