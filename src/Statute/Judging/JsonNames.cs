using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Statute.Judging;

/// <summary>
/// The names of the members of all objects of one content, to find one that comes twice in its object. A single table whatever the
/// number of objects, its hash seeded anew in each process, so that the work grows with the content's size only.
/// </summary>
internal ref struct JsonNames(ReadOnlySpan<byte> content) : IDisposable
{
    private const int FirstCapacity = 64;

    private readonly ReadOnlySpan<byte> _content = content;
    private ObjectNumbers _open;
    private int _objects;
    private Name[]? _names;
    private int[]? _buckets;
    private int _mask;
    private int _count;
    private byte[]? _unescaped;
    private int _unescapedLength;

    /// <summary>An object begins.</summary>
    internal void Enter(int depth) => _open[depth] = ++_objects;

    /// <summary>A member's name is read; false where its object has one of that name already.</summary>
    internal bool TryAdd(ref Utf8JsonReader reader)
    {
        var (start, length) = reader.ValueIsEscaped ? Unescape(ref reader) : ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        var name = new Name(_open[reader.CurrentDepth - 1], start, length, 0, 0);
        var text = TextOf(name);
        var hash = Hash(name.Object, text);
        if (_names is null || _count == _names.Length)
        {
            Grow();
        }

        ref var bucket = ref _buckets![hash & _mask];
        for (var at = bucket; at > 0; at = _names![at - 1].Next)
        {
            ref readonly var other = ref _names![at - 1];
            if (other.Hash == hash && other.Object == name.Object && TextOf(other).SequenceEqual(text))
            {
                return false;
            }
        }

        _names![_count++] = name with { Hash = hash, Next = bucket };
        bucket = _count;
        return true;
    }

    public void Dispose()
    {
        if (_names is not null)
        {
            ArrayPool<Name>.Shared.Return(_names);
            ArrayPool<int>.Shared.Return(_buckets!);
        }

        if (_unescaped is not null)
        {
            ArrayPool<byte>.Shared.Return(_unescaped);
        }
    }

    private static int Hash(int number, ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.Add(number);
        hash.AddBytes(text);
        return hash.ToHashCode();
    }

    private readonly ReadOnlySpan<byte> TextOf(in Name name) => name.Start >= 0
        ? _content.Slice(name.Start, name.Length)
        : _unescaped.AsSpan(~name.Start, name.Length);

    /// <summary>The name without its escapes, in a place of its own; the start is its complement, to tell the two places apart.</summary>
    private (int Start, int Length) Unescape(ref Utf8JsonReader reader)
    {
        var needed = _unescapedLength + reader.ValueSpan.Length;
        if (_unescaped is null || _unescaped.Length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _unescapedLength));
            _unescaped.AsSpan(0, _unescapedLength).CopyTo(larger);
            if (_unescaped is not null)
            {
                ArrayPool<byte>.Shared.Return(_unescaped);
            }

            _unescaped = larger;
        }

        var start = _unescapedLength;
        var length = reader.CopyString(_unescaped.AsSpan(start));
        _unescapedLength += length;
        return (~start, length);
    }

    private void Grow()
    {
        var capacity = _names is null ? FirstCapacity : 2 * _names.Length;
        var names = ArrayPool<Name>.Shared.Rent(capacity);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)names.Length);
        var buckets = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(buckets);
        _mask = size - 1;
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref buckets[_names![i].Hash & _mask];
            names[i] = _names[i] with { Next = bucket };
            bucket = i + 1;
        }

        if (_names is not null)
        {
            ArrayPool<Name>.Shared.Return(_names);
            ArrayPool<int>.Shared.Return(_buckets!);
        }

        _names = names;
        _buckets = buckets;
    }

    private readonly record struct Name(int Object, int Start, int Length, int Hash, int Next);

    /// <summary>The number of the open object at each depth.</summary>
    [InlineArray(JsonScan.MaxDepth + 1)]
    private struct ObjectNumbers
    {
        private int _first;
    }
}
