using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Statute.Schemas.Patterns;

/// <summary>A pattern on .NET's engine that does not backtrack.</summary>
internal sealed class LinearPattern
{
    private const int CharactersOnStack = 256;

    private readonly Regex _regex;

    private LinearPattern(Regex regex) => _regex = regex;

    /// <summary>Nothing if the pattern asks for what that engine does not do, or is too large for it.</summary>
    public static LinearPattern? TryMake(PatternNode root)
    {
        var text = new StringBuilder();
        if (!NetPattern.TryWrite(root, text))
        {
            return null;
        }

        try
        {
            return new LinearPattern(new Regex(text.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (text.Length <= CharactersOnStack)
        {
            Span<char> few = stackalloc char[CharactersOnStack];
            return _regex.IsMatch(few[..Encoding.UTF8.GetChars(text, few)]);
        }

        var many = ArrayPool<char>.Shared.Rent(text.Length);
        var matches = _regex.IsMatch(many.AsSpan(0, Encoding.UTF8.GetChars(text, many)));
        ArrayPool<char>.Shared.Return(many);
        return matches;
    }
}
