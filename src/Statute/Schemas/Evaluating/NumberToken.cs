namespace Statute.Schemas.Evaluating;

/// <summary>A number of the content.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Scale">How many of its digits stand behind the point; -1 where it has an exponent or more than 18 digits.</param>
/// <param name="Digits">All its digits as one whole number, with its sign, where it has a scale.</param>
internal readonly record struct NumberToken(int Start, int Length, int Scale, long Digits)
{
    public const int MaxDigits = 18;

    /// <summary>Whether <see cref="Scale"/> and <see cref="Digits"/> are the whole of it.</summary>
    public bool IsShort => Scale >= 0;
}
