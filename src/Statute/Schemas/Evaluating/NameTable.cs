using System.Numerics;

namespace Statute.Schemas.Evaluating;

/// <summary>Texts that a schema knows, each with a number, found by their bytes.</summary>
internal sealed class NameTable
{
    public static readonly NameTable Empty = new([]);

    private readonly byte[][] _names;
    private readonly ulong[] _hashes;

    // Open addressing in twice the room: the number plus one, 0 where nothing is.
    private readonly int[] _slots;

    public NameTable(byte[][] names)
    {
        _names = names;
        _hashes = [.. names.Select(name => NameHash.Of(name))];
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, 2 * names.Length))];
        for (var number = 0; number < names.Length; number++)
        {
            var slot = (int)_hashes[number] & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    public int Count => _names.Length;

    /// <summary>How many words of 64 bits a set of these names takes.</summary>
    public int Words => (_names.Length + 63) >> 6;

    public ReadOnlySpan<byte> this[int number] => _names[number];

    /// <summary>Whether this is the text with that number: the next one, mostly, as people write members in one order.</summary>
    public bool Is(int number, ReadOnlySpan<byte> text) => (uint)number < (uint)_names.Length && text.SequenceEqual(_names[number]);

    public int Find(ReadOnlySpan<byte> text, ulong hash)
    {
        for (var slot = (int)hash & (_slots.Length - 1); _slots[slot] is var found && found != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_hashes[found - 1] == hash && text.SequenceEqual(_names[found - 1]))
            {
                return found - 1;
            }
        }

        return -1;
    }
}
