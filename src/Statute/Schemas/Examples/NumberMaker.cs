using System.Numerics;
using System.Text;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Examples;

/// <summary>Makes numbers between bounds and on steps, exactly: as whole numbers of a power of ten that fits all of them.</summary>
internal static class NumberMaker
{
    private const int MaxExponent = 400;

    public static string? Make(Demands demands, bool wholeOnly, int variant)
    {
        var numbers = demands.Numbers.ToList();
        List<NumberBound> least = [.. numbers.SelectMany(rules => Bounds(rules.Minimum, rules.ExclusiveMinimum))];
        List<NumberBound> most = [.. numbers.SelectMany(rules => Bounds(rules.Maximum, rules.ExclusiveMaximum))];
        List<string> steps = [.. numbers.Select(rules => rules.MultipleOf?.Text).OfType<string>()];
        if (wholeOnly || steps.Count == 0)
        {
            steps.Add("1");
        }

        // One place more than any bound has, for what lies between two of them.
        var exponent = least.Concat(most).Select(bound => bound.Text).Concat(steps).Min(ExponentOf) - 1;
        if (exponent < -MaxExponent || least.Concat(most).Any(bound => ExponentOf(bound.Text) > MaxExponent))
        {
            return null;
        }

        var scale = new Scale((int)exponent);
        var step = steps.Select(scale.Of).Aggregate(LeastCommonMultiple);
        BigInteger? low = least.Count > 0 ? least.Max(bound => scale.Of(bound.Text)) : null;
        BigInteger? high = most.Count > 0 ? most.Min(bound => scale.Of(bound.Text)) : null;
        var number = Between(low, high, step, variant);
        if (!wholeOnly && numbers.TrueForAll(rules => rules.MultipleOf is null) && low + step >= high)
        {
            number = (low!.Value + high!.Value) / 2;
        }
        else if (!wholeOnly && steps.Count == 1 && numbers.TrueForAll(rules => rules.MultipleOf is null) && variant % 2 == 1)
        {
            // No whole one, in case that it must be none.
            var half = scale.Of("0.5");
            number += high is null || number + half < high ? half : 0;
        }

        return scale.TextOf(number);
    }

    /// <summary>A number and so many times another one.</summary>
    public static string Sum(string number, string other, int times)
    {
        var exponent = Int128.Min(ExponentOf(number), ExponentOf(other));
        if (exponent < -MaxExponent || Int128.Max(ExponentOf(number), ExponentOf(other)) > MaxExponent)
        {
            return number;
        }

        var scale = new Scale((int)exponent);
        return scale.TextOf(scale.Of(number) + (times * scale.Of(other)));
    }

    private static IEnumerable<NumberBound> Bounds(params NumberBound?[] bounds) => bounds.OfType<NumberBound>();

    private static BigInteger Between(BigInteger? low, BigInteger? high, BigInteger step, int variant)
    {
        if (low is { } least)
        {
            return (Ceiling(least, step) + variant) * step;
        }

        return high is { } most && most < step * (1 + variant) ? (-Ceiling(-most, step) - variant) * step : step * (1 + variant);
    }

    private static BigInteger Ceiling(BigInteger value, BigInteger step)
    {
        var whole = BigInteger.DivRem(value, step, out var rest);
        return rest.Sign > 0 ? whole + 1 : whole;
    }

    private static BigInteger LeastCommonMultiple(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;

    private static Int128 ExponentOf(string text) => DecimalText.Parse(Encoding.ASCII.GetBytes(text)).Exponent;
}
