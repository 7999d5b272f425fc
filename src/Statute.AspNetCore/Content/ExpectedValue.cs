using System.Globalization;

namespace Statute.AspNetCore.Content;

/// <summary>What a value of a type has to be, in words for somebody who does not know the type.</summary>
internal static class ExpectedValue
{
    private const int MaxNames = 12;

    private static readonly Dictionary<Type, (string Min, string Max)> Whole = new()
    {
        [typeof(sbyte)] = Range(sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = Range(byte.MinValue, byte.MaxValue),
        [typeof(short)] = Range(short.MinValue, short.MaxValue),
        [typeof(ushort)] = Range(ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = Range(int.MinValue, int.MaxValue),
        [typeof(uint)] = Range(uint.MinValue, uint.MaxValue),
        [typeof(long)] = Range(long.MinValue, long.MaxValue),
        [typeof(ulong)] = Range(ulong.MinValue, ulong.MaxValue),
        [typeof(Int128)] = Range(Int128.MinValue, Int128.MaxValue),
        [typeof(UInt128)] = Range(UInt128.MinValue, UInt128.MaxValue),
    };

    private static readonly Dictionary<Type, string> Others = new()
    {
        [typeof(float)] = "a number",
        [typeof(double)] = "a number",
        [typeof(decimal)] = "a number",
        [typeof(Half)] = "a number",
        [typeof(System.Numerics.BigInteger)] = "a whole number",
        [typeof(bool)] = "true or false",
        [typeof(Guid)] = "a UUID such as 123e4567-e89b-12d3-a456-426614174000",
        [typeof(DateOnly)] = "a date such as 2026-01-31",
        [typeof(TimeOnly)] = "a time such as 13:45:00",
        [typeof(DateTime)] = "a date and time such as 2026-01-31T13:45:00Z",
        [typeof(DateTimeOffset)] = "a date and time such as 2026-01-31T13:45:00Z",
        [typeof(TimeSpan)] = "a duration such as 01:30:00",
        [typeof(Uri)] = "a URI",
        [typeof(Version)] = "a version such as 1.2.3",
        [typeof(char)] = "a single character",
        [typeof(string)] = "a string",
        [typeof(byte[])] = "a string in Base64",
    };

    /// <summary>The words for the type; null where nobody outside could know what it takes.</summary>
    internal static string? Of(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return Whole.ContainsKey(value) ? "a whole number"
            : Others.TryGetValue(value, out var words) ? words
            : value.IsEnum ? OneOf(Enum.GetNames(value)) : null;
    }

    /// <summary>The words for the type where the value is a number: a whole number that does not fit is told the range.</summary>
    internal static string? Of(Type type, string value) =>
        Whole.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var range) && IsWhole(value)
            ? $"a whole number from {range.Min} to {range.Max}"
            : Of(type);

    internal static string OneOf(IReadOnlyCollection<string> names) => names.Count is 0 or > MaxNames
        ? "one of the values that are documented for it"
        : $"one of '{string.Join("', '", names)}'";

    private static bool IsWhole(string value)
    {
        var digits = value.AsSpan().TrimStart('-').Trim();
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static (string Min, string Max) Range(IFormattable min, IFormattable max) =>
        (min.ToString(null, CultureInfo.InvariantCulture), max.ToString(null, CultureInfo.InvariantCulture));
}
