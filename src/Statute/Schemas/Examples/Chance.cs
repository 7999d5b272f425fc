namespace Statute.Schemas.Examples;

/// <summary>Choices that follow from a seed alone: SplitMix64, as published by Steele, Lea and Flood.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, and without, <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
    }

    public T Of<T>(IReadOnlyList<T> things) => things[Below(things.Count)];
}
