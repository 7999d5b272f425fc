namespace Statute.Schemas.Patterns;

/// <summary>What a pattern can ask of a place between two characters.</summary>
internal static class TextPlace
{
    /// <summary>Whether a word begins or ends here; its letters are those of ASCII.</summary>
    public static bool IsWordBoundary(ReadOnlySpan<byte> text, int at) => IsWord(text, at - 1) != IsWord(text, at);

    private static bool IsWord(ReadOnlySpan<byte> text, int at) =>
        (uint)at < (uint)text.Length && text[at] < 128 && CharacterClasses.Word.Has(text[at]);
}
