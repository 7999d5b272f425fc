namespace Statute.Schemas.Patterns;

internal sealed partial class PatternParser
{
    private PatternNode Group()
    {
        if (Accept("?:"))
        {
            return Close(Alternatives());
        }

        if (Look() is { } kind)
        {
            return new AssertionNode(kind, Close(Alternatives()));
        }

        var number = ++_opened;
        if (Accept("?"))
        {
            if (!Accept("<"))
            {
                throw new PatternException("'(?' starts no group that ECMA-262 knows");
            }

            GroupName();
        }

        return new CaptureNode(Close(Alternatives()), number);
    }

    private int _opened;

    private AssertionKind? Look() =>
        Accept("?=") ? AssertionKind.Ahead
        : Accept("?!") ? AssertionKind.NotAhead
        : Accept("?<=") ? AssertionKind.Behind
        : Accept("?<!") ? AssertionKind.NotBehind
        : null;

    private PatternNode Close(PatternNode part) => Accept(")") ? part : throw new PatternException("a '(' has no ')'");

    private string GroupName()
    {
        var start = _at;
        while (More && _text[_at] != '>')
        {
            _at++;
        }

        var name = string.Concat(_text[start.._at].Select(TextOf));
        return name.Length > 0 && Accept(">") ? name : throw new PatternException("the name of a group is empty or has no '>'");
    }

    /// <summary>Numbers the groups before anything refers to them: a reference may stand before its group.</summary>
    private void NameGroups()
    {
        var inClass = false;
        for (_at = 0; More; _at++)
        {
            switch (_text[_at])
            {
                case '\\':
                    _at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass && IsCapture(out var name):
                    _names.Add(name is null || !_names.Contains(name)
                        ? name
                        : throw new PatternException($"two groups are named '{name}'"));
                    break;
                default:
                    break;
            }
        }

        _at = 0;
    }

    private bool IsCapture(out string? name)
    {
        name = null;
        var start = _at++;
        var capture = !Accept("?");
        if (!capture && !Accept("<=") && !Accept("<!") && Accept("<"))
        {
            name = GroupName();
            capture = true;
        }

        _at = start;
        return capture;
    }

    private BackReferenceNode NamedReference()
    {
        var name = Accept("<") ? GroupName() : throw new PatternException("'\\k' names no group");
        var number = _names.IndexOf(name);
        return number > 0 ? new BackReferenceNode(number) : throw new PatternException($"there is no group '{name}'");
    }
}
