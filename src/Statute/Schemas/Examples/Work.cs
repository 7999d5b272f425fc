namespace Statute.Schemas.Examples;

/// <summary>
/// What is left of the work of one call, so that no schema makes examples cost more than others may. A unit is a character written or a
/// step of a judgement; what else is done counts as many units as take the same time.
/// </summary>
internal sealed class Work
{
    /// <summary>Guessing a value, without what is written of it.</summary>
    public const int OfAGuess = 1000;

    /// <summary>Following one schema, or beginning to judge by it.</summary>
    public const int OfASchema = 20;

    public long Left { get; private set; } = 1 << 25;

    public bool IsLeft => Left > 0;

    public void Spend(long units) => Left -= units;
}
