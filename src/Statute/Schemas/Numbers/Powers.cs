namespace Statute.Schemas.Numbers;

/// <summary>Powers of ten, where only a remainder is wanted.</summary>
internal static class Powers
{
    public static ulong OfTen(long exponent, ulong modulus)
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
