namespace Statute.Schemas.Numbers;

/// <summary>Powers of ten.</summary>
internal static class Powers
{
    private static readonly long[] OfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>Ten to a power from 0 to 18.</summary>
    public static long Of(int exponent) => OfTen[exponent];

    /// <summary>The remainder of any power of ten.</summary>
    public static ulong Of(int exponent, ulong modulus)
    {
        UInt128 power = 1 % modulus;
        UInt128 factor = 10 % modulus;
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) != 0 ? power * factor % modulus : power;
            factor = factor * factor % modulus;
        }

        return (ulong)power;
    }
}
