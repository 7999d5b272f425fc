using System.Globalization;
using System.Text;
using Statute.Schemas.Compiling;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>The way to the value that is being read. A name is decoded once a pointer that has it is asked for, and not before.</summary>
internal sealed class PointerPath
{
    // A character of a name is at most six bytes of its JSON.
    private const int LongestName = 6 * Shortened.MaxPointer;

    private readonly List<(StringToken Name, int Index)> _steps = [];

    // For each step that is written already how long the text was before it.
    private readonly List<int> _written = [];
    private readonly StringBuilder _text = new("#");

    public void Enter(StringToken name) => _steps.Add((name, -1));

    public void Enter(int index) => _steps.Add((default, index));

    public void Leave()
    {
        _steps.RemoveAt(_steps.Count - 1);
        if (_written.Count > _steps.Count)
        {
            _text.Length = _written[^1];
            _written.RemoveAt(_written.Count - 1);
        }
    }

    public ValuePointer ToPointer(ref Run run)
    {
        while (_written.Count < _steps.Count)
        {
            var (name, index) = _steps[_written.Count];
            var text = index >= 0 ? index.ToString(CultureInfo.InvariantCulture)
                : name.Length > LongestName ? null
                : JsonPointer.ToFragment(JsonPointer.Escape(TextOf(ref run, name)));
            if (text is null || _text.Length + 1 + text.Length > Shortened.MaxPointer)
            {
                return new ValuePointer(_text.ToString(), IsAround: true);
            }

            _written.Add(_text.Length);
            _text.Append('/').Append(text);
        }

        return new ValuePointer(_text.ToString(), IsAround: false);
    }

    private static string TextOf(ref Run run, StringToken name)
    {
        var top = run.Arena.Top;
        var text = Encoding.UTF8.GetString(run.TextOf(name));
        run.Arena.Top = top;
        return text;
    }
}
