using System.Buffers;

namespace Statute.Judging;

/// <summary>A token of RFC 9110, 5.6.2: what method names, field names and the halves of a media type are made of.</summary>
internal static class Token
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    internal static bool IsValid(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(Characters);
}
