using System.Globalization;

namespace Statute.Schemas.Patterns;

/// <summary>
/// Reads an ECMA-262 pattern by code points, as with its flag <c>u</c>. Beyond that flag it accepts what documents are full of: a
/// backslash before any punctuation, and brackets and braces that stand for themselves.
/// </summary>
internal sealed partial class PatternParser
{
    private const int MaxDepth = 200;

    private readonly int[] _text;
    private readonly List<string?> _names = [null];
    private int _at;
    private int _depth;
    private int _largestReference;

    private PatternParser(string pattern) =>
        _text = [.. pattern.EnumerateRunes().Select(rune => rune.Value)];

    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        parser.NameGroups();
        var node = parser.Alternatives();
        if (parser._at < parser._text.Length)
        {
            throw new PatternException("a ')' has no '('");
        }

        return parser._largestReference < parser._names.Count
            ? node
            : throw new PatternException($"there is no group {parser._largestReference}");
    }

    private bool More => _at < _text.Length;

    private bool Accept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (_at + i >= _text.Length || _text[_at + i] != text[i])
            {
                return false;
            }
        }

        _at += text.Length;
        return true;
    }

    private PatternNode Alternatives()
    {
        if (++_depth > MaxDepth)
        {
            throw new PatternException($"its groups are nested more than {MaxDepth} deep");
        }

        List<PatternNode> parts = [Sequence()];
        while (Accept("|"))
        {
            parts.Add(Sequence());
        }

        _depth--;
        return parts.Count == 1 ? parts[0] : new AlternativesNode(parts);
    }

    private SequenceNode Sequence()
    {
        List<PatternNode> parts = [];
        while (More && _text[_at] is not ('|' or ')'))
        {
            parts.Add(Term());
        }

        return new SequenceNode(parts);
    }

    private PatternNode Term()
    {
        var part = Atom();
        if (!TryQuantifier(out var min, out var max))
        {
            return part;
        }

        return part is AssertionNode
            ? throw new PatternException("a quantifier follows an assertion")
            : new RepeatNode(part, min, max, Accept("?"));
    }

    private bool TryQuantifier(out int min, out int max)
    {
        (min, max) = (0, int.MaxValue);
        if (Accept("*"))
        {
            return true;
        }

        if (Accept("+"))
        {
            min = 1;
            return true;
        }

        if (Accept("?"))
        {
            max = 1;
            return true;
        }

        return TryBraces(out min, out max);
    }

    private bool TryBraces(out int min, out int max)
    {
        var start = _at;
        (min, max) = (0, 0);
        if (!Accept("{") || !TryNumber(out min))
        {
            _at = start;
            return false;
        }

        max = min;
        if (Accept(",") && !TryNumber(out max))
        {
            max = int.MaxValue;
        }

        if (!Accept("}"))
        {
            _at = start;
            return false;
        }

        return min <= max ? true : throw new PatternException("the numbers of a quantifier are out of order");
    }

    private bool TryNumber(out int number)
    {
        var start = _at;
        long value = 0;
        while (More && _text[_at] is >= '0' and <= '9')
        {
            value = Math.Min((value * 10) + (_text[_at++] - '0'), int.MaxValue - 1);
        }

        number = (int)value;
        return _at > start;
    }

    private PatternNode Atom()
    {
        var next = _text[_at++];
        switch (next)
        {
            case '^':
                return new AssertionNode(AssertionKind.Start);
            case '$':
                return new AssertionNode(AssertionKind.End);
            case '.':
                return new CharacterNode(CharacterClasses.NotLineEnd);
            case '(':
                return Group();
            case '[':
                return new CharacterNode(Class());
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                throw new PatternException("a quantifier has nothing to repeat");
            default:
                return Single(next);
        }
    }

    private static CharacterNode Single(int codePoint) => new(new CodePointSet([(codePoint, codePoint)]));

    private static string TextOf(int codePoint) => char.ConvertFromUtf32(codePoint);

    private int Hex(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            if (!More || _text[_at] > 127 || !char.IsAsciiHexDigit((char)_text[_at]))
            {
                throw new PatternException("an escape lacks hexadecimal digits");
            }

            value = (value * 16) + int.Parse(TextOf(_text[_at++]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return value;
    }
}
