using System.Globalization;

namespace Statute.Schemas.Explaining;

/// <summary>
/// Holds a report to a size that does not depend on the content or the schema: names and constants may be megabytes, and a hundred
/// violations may all be behind one of them.
/// </summary>
internal static class Shortened
{
    /// <summary>The most characters of a pointer.</summary>
    public const int MaxPointer = 1000;

    /// <summary>The most characters of all violations together.</summary>
    public const int MaxReport = 1 << 20;

    // The most characters of a word of the schema that a violation quotes.
    private const int MaxWord = 200;

    /// <summary>The beginning of a word, and how much is left out.</summary>
    public static string Word(string text)
    {
        if (text.Length <= MaxWord)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxWord - 1]) ? MaxWord - 1 : MaxWord;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]}... ({text.Length - end} more characters)");
    }

    /// <summary>A place in a schema, or the nearest place around it whose pointer is short enough.</summary>
    public static string Location(string location)
    {
        var pointer = location.IndexOf('#') + 1;
        return location.Length - pointer <= MaxPointer
            ? location
            : location[..Math.Max(pointer, location.LastIndexOf('/', pointer + MaxPointer))];
    }
}
