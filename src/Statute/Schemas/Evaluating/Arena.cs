using System.Buffers;

namespace Statute.Schemas.Evaluating;

/// <summary>
/// Memory of a run, taken and given back like a stack. It begins on the thread's stack and moves to the pool when it grows, so that
/// a place in it is an index, never a reference.
/// </summary>
internal ref struct Arena(Span<ulong> first)
{
    private Span<ulong> _words = first;
    private ulong[]? _rented;

    public int Top { get; set; }

    public readonly ref ulong this[int index] => ref _words[index];

    public readonly Span<ulong> Slice(int start, int count) => _words.Slice(start, count);

    /// <summary>Takes so many words, all zero.</summary>
    public int Take(int count)
    {
        var start = Top;
        if (count > _words.Length - start)
        {
            Grow(start + count);
        }

        _words.Slice(start, count).Clear();
        Top = start + count;
        return start;
    }

    public void Push(ulong word)
    {
        if (Top == _words.Length)
        {
            Grow(Top + 1);
        }

        _words[Top++] = word;
    }

    public void Return()
    {
        if (_rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rented);
            _rented = null;
            _words = default;
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(size, 2 * _words.Length));
        _words[..Top].CopyTo(larger);
        Return();
        _words = _rented = larger;
    }
}
