using System.Buffers;

namespace Statute.Judging;

/// <summary>A token of RFC 9110, 5.6.2: what method names, field names and the halves of a media type are made of.</summary>
public static class Token
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a text is one: one or more letters, digits and signs of <c>!#$%&amp;'*+-.^_`|~</c>, all of them ASCII.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(Characters);
}
