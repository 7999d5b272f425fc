using System.Globalization;
using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Examples;

/// <summary>Makes texts: of a format, of a pattern, or just as long as they must be.</summary>
internal static class TextMaker
{
    private const int MaxLength = 100_000;

    public static string? Make(Demands demands, Chance chance, int guess, int variant)
    {
        var least = demands.Strings.Select(rules => rules.MinLength).Append(0).Max();
        var most = demands.Strings.Select(rules => rules.MaxLength).Append(int.MaxValue).Min();
        if (least > MaxLength)
        {
            return null;
        }

        if (demands.Strings.FirstOrDefault(rules => rules.Format is not null) is { } formatted && guess % 4 != 3)
        {
            return FormatTexts.Make(formatted.Format!.Name, guess + variant);
        }

        List<StringRules> patterned = [.. demands.Strings.Where(rules => rules.Pattern is not null)];
        if (patterned.Count > 0)
        {
            // As short as it goes, as long as it must be, then by chance.
            var extra = guess switch
            {
                0 => variant,
                1 => least,
                _ => chance.Below(least + 4),
            };
            return PatternTexts.Make(patterned[guess % patterned.Count].Pattern!.Root, chance, extra);
        }

        return Plain(least, most, guess + variant);
    }

    private static string Plain(int least, int most, int variant)
    {
        var text = variant == 0 ? "text" : string.Create(CultureInfo.InvariantCulture, $"text{variant}");
        text = text.Length > most ? text[^most..] : text;
        return text.Length < least ? new StringBuilder(text).Append('t', least - text.Length).ToString() : text;
    }
}
