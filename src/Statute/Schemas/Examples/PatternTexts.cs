using System.Text;
using Statute.Schemas.Patterns;

namespace Statute.Schemas.Examples;

/// <summary>Makes a text that a pattern describes. Looking ahead or back makes nothing; the check finds what that breaks.</summary>
internal static class PatternTexts
{
    private const int MaxLength = 10_000;

    private static readonly int[] Preferred = [.. Enumerable.Range('a', 26), .. Enumerable.Range('0', 10), .. Enumerable.Range('A', 26)];

    /// <summary>A text in which each repetition has so many rounds more than it must, if it may.</summary>
    public static string Make(PatternNode pattern, Chance chance, int extra)
    {
        var text = new StringBuilder();
        Write(pattern, text, [], chance, extra);
        return text.ToString();
    }

    private static void Write(PatternNode pattern, StringBuilder text, Dictionary<int, string> captures, Chance chance, int extra)
    {
        switch (pattern)
        {
            case CharacterNode character:
                text.Append(OneOf(character.Set, chance));
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Write(part, text, captures, chance, extra);
                }

                break;
            case AlternativesNode alternatives:
                Write(chance.Of(alternatives.Parts), text, captures, chance, extra);
                break;
            case RepeatNode repeat:
                var rounds = Math.Min(repeat.Max, (long)repeat.Min + extra);
                for (long round = 0; round < rounds && text.Length < MaxLength; round++)
                {
                    var before = text.Length;
                    Write(repeat.Part, text, captures, chance, extra);
                    if (round >= repeat.Min && text.Length == before)
                    {
                        // A round that adds nothing: nor will the others.
                        break;
                    }
                }

                break;
            case CaptureNode capture:
                var start = text.Length;
                Write(capture.Part, text, captures, chance, extra);
                captures[capture.Number] = text.ToString(start, text.Length - start);
                break;
            case BackReferenceNode reference:
                text.Append(captures.GetValueOrDefault(reference.Number));
                break;
            default:
                break;
        }
    }

    private static string OneOf(CodePointSet set, Chance chance)
    {
        var from = chance.Below(Preferred.Length);
        for (var number = from; number < from + Preferred.Length; number++)
        {
            var usual = Preferred[number % Preferred.Length];
            if (set.Has(usual))
            {
                return char.ConvertFromUtf32(usual);
            }
        }

        // Half a surrogate pair is no text, and a control character helps nobody.
        var range = set.Ranges.FirstOrDefault(range => range.Last >= ' ' && range is not { First: >= 0xD800, Last: <= 0xDFFF });
        var first = Math.Max(range.First, Math.Min(range.Last, ' '));
        return first is >= 0xD800 and <= 0xDFFF ? "\uE000" : char.ConvertFromUtf32(first);
    }
}
