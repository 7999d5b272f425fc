namespace Statute.Schemas.Patterns;

/// <summary>
/// A pattern as a deterministic automaton over the bytes of UTF-8: one look into a table for each byte, with no transcoding before
/// and nothing to set up, which is what counts with texts as short as those of JSON.
/// </summary>
internal sealed class ByteAutomaton
{
    /// <summary>The state that nothing leads out of.</summary>
    public const ushort Dead = 0;

    /// <summary>The state of a match that no more text can undo.</summary>
    public const ushort Matched = 1;

    private readonly byte[] _classes;
    private readonly int _width;
    private readonly ushort[] _next;
    private readonly bool[] _matchesAtEnd;
    private readonly ushort _start;

    /// <param name="classes">For each byte its class: bytes of a class lead to the same states.</param>
    /// <param name="width">How many classes there are.</param>
    /// <param name="next">For each state, and in it for each class, the next state.</param>
    /// <param name="matchesAtEnd">For each state whether a text that ends there matches.</param>
    /// <param name="start">The first state.</param>
    public ByteAutomaton(byte[] classes, int width, ushort[] next, bool[] matchesAtEnd, ushort start) =>
        (_classes, _width, _next, _matchesAtEnd, _start) = (classes, width, next, matchesAtEnd, start);

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        var (classes, next, width) = (_classes, _next, _width);
        int state = _start;
        foreach (var one in text)
        {
            state = next[(state * width) + classes[one]];
            if (state <= Matched)
            {
                return state == Matched;
            }
        }

        return _matchesAtEnd[state];
    }
}
