using System.Globalization;

namespace Statute.Schemas.Patterns;

internal sealed partial class PatternParser
{
    /// <summary>Reads what follows a backslash outside of a class.</summary>
    private PatternNode Escape()
    {
        if (!More)
        {
            throw new PatternException("it ends in a backslash");
        }

        switch (_text[_at])
        {
            case 'b':
                _at++;
                return new AssertionNode(AssertionKind.WordBoundary);
            case 'B':
                _at++;
                return new AssertionNode(AssertionKind.NoWordBoundary);
            case 'k':
                _at++;
                return NamedReference();
            case >= '1' and <= '9':
                TryNumber(out var number);
                _largestReference = Math.Max(_largestReference, number);
                return new BackReferenceNode(number);
            default:
                return NamedClass() is { } set ? new CharacterNode(set) : Single(EscapedCharacter());
        }
    }

    /// <summary>A class that an escape names, such as <c>\d</c>.</summary>
    private CodePointSet? NamedClass()
    {
        var set = _text[_at] switch
        {
            'd' => CharacterClasses.Digit,
            'D' => CharacterClasses.Digit.Complement(),
            'w' => CharacterClasses.Word,
            'W' => CharacterClasses.Word.Complement(),
            's' => CharacterClasses.Space,
            'S' => CharacterClasses.Space.Complement(),
            'p' or 'P' => Property(),
            _ => null,
        };
        _at += set is null ? 0 : 1;
        return set;
    }

    private CodePointSet Property()
    {
        var negative = _text[_at++] == 'P';
        var start = _at + 1;
        if (!Accept("{"))
        {
            throw new PatternException("'\\p' lacks its braces");
        }

        while (More && _text[_at] != '}')
        {
            _at++;
        }

        var name = string.Concat(_text[start.._at].Select(TextOf));
        var set = More ? CharacterClasses.Property(name) : null;
        return set is null
            ? throw new PatternException($"the property '{name}' of Unicode is not known here; general categories, Any and ASCII are")
            : negative ? set.Complement() : set;
    }

    private int EscapedCharacter()
    {
        var next = _text[_at++];
        switch (next)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case '0' when !More || _text[_at] is < '0' or > '9':
                return 0;
            case 'c' when More && _text[_at] < 128 && char.IsAsciiLetter((char)_text[_at]):
                return _text[_at++] % 32;
            case 'x':
                return Hex(2);
            case 'u':
                return UnicodeEscape();
            default:
                return next < 128 && char.IsAsciiLetterOrDigit((char)next)
                    ? throw new PatternException($"'\\{TextOf(next)}' is no escape of ECMA-262")
                    : next;
        }
    }

    private int UnicodeEscape()
    {
        if (Accept("{"))
        {
            var start = _at;
            while (More && _text[_at] != '}')
            {
                _at++;
            }

            var digits = string.Concat(_text[start.._at].Select(TextOf));
            return Accept("}") && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                && value is >= 0 and <= CodePointSet.Last
                ? value
                : throw new PatternException("'\\u{' holds no code point");
        }

        var unit = Hex(4);
        var place = _at;
        if (char.IsHighSurrogate((char)unit) && Accept("\\u"))
        {
            var low = Hex(4);
            if (char.IsLowSurrogate((char)low))
            {
                return char.ConvertToUtf32((char)unit, (char)low);
            }

            _at = place;
        }

        return unit;
    }

    /// <summary>Reads a class behind its opening bracket.</summary>
    private CodePointSet Class()
    {
        var negative = Accept("^");
        var ranges = new List<(int, int)>();
        while (!Accept("]"))
        {
            if (!More)
            {
                throw new PatternException("a '[' has no ']'");
            }

            if (ClassAtom(ranges) is not { } first)
            {
                continue;
            }

            // A hyphen at either end, or before a class, stands for itself.
            if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                _at++;
                if (ClassAtom(ranges) is not { } last)
                {
                    ranges.AddRange([(first, first), ('-', '-')]);
                    continue;
                }

                ranges.Add(first <= last ? (first, last) : throw new PatternException("a range of a class is out of order"));
                continue;
            }

            ranges.Add((first, first));
        }

        var set = new CodePointSet(ranges);
        return negative ? set.Complement() : set;
    }

    /// <summary>One character of a class, or nothing where it was a class itself, which is added.</summary>
    private int? ClassAtom(List<(int, int)> ranges)
    {
        var next = _text[_at++];
        if (next != '\\')
        {
            return next;
        }

        if (!More)
        {
            throw new PatternException("it ends in a backslash");
        }

        if (NamedClass() is { } set)
        {
            ranges.AddRange(set.Ranges);
            return null;
        }

        if (_text[_at] == 'b')
        {
            _at++;
            return '\b';
        }

        return EscapedCharacter();
    }
}
