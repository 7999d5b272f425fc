using Statute.Schemas.Evaluating;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Formats;

/// <summary>A format of numbers: a range, of whole numbers or of all.</summary>
internal sealed class NumberFormat(string name, string minimum, string maximum, bool whole)
{
    private const string LargestSingle = "340282346638528859811704183484516925440";

    private static readonly string LargestDouble = double.MaxValue.ToString("F0", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly NumberFormat[] Known =
    [
        new("int32", "-2147483648", "2147483647", whole: true),
        new("int64", "-9223372036854775808", "9223372036854775807", whole: true),
        new("float", '-' + LargestSingle, LargestSingle, whole: false),
        new("double", '-' + LargestDouble, LargestDouble, whole: false),
    ];

    private readonly NumberBound _minimum = new(minimum);
    private readonly NumberBound _maximum = new(maximum);

    public string Name { get; } = name;

    public static NumberFormat? Find(string name) => Array.Find(Known, format => format.Name == name);

    public bool Holds(NumberToken token, ReadOnlySpan<byte> text) =>
        (!whole || (token.IsShort ? ShortNumber.Of(token).IsInteger : DecimalText.Parse(text).IsInteger))
        && _minimum.Compare(token, text) >= 0 && _maximum.Compare(token, text) <= 0;
}
