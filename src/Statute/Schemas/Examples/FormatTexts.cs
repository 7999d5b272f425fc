using System.Globalization;
using System.Text;

namespace Statute.Schemas.Examples;

/// <summary>A text of each format that is judged.</summary>
internal static class FormatTexts
{
    /// <summary>The text of a format, a different one for most variants.</summary>
    public static string Make(string format, int variant) => format switch
    {
        "date-time" => Text($"2026-01-{(variant % 28) + 1:00}T12:00:00Z"),
        "date" => Text($"2026-01-{(variant % 28) + 1:00}"),
        "time" => Text($"12:00:{variant % 60:00}Z"),
        "duration" => Text($"P{variant + 1}D"),
        "email" => Text($"user{variant}@example.org"),
        "hostname" => Text($"host{variant}.example.org"),
        "ipv4" => Text($"192.0.2.{variant % 256}"),
        "ipv6" => Text($"2001:db8::{variant % 0x10000:x}"),
        "uri" => Text($"https://example.org/{variant}"),
        "uri-reference" or "json-pointer" => Text($"/items/{variant}"),
        "uuid" => Text($"00000000-0000-4000-8000-{variant:x12}"),
        "byte" => Convert.ToBase64String(Encoding.ASCII.GetBytes(Text($"{variant}"))),
        _ => "text",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
