using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    // What RFC 3986 lets stand in a fragment.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@?/");

    /// <summary>A name as it stands in a pointer.</summary>
    public static string Escape(string token) =>
        token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Append(string pointer, string token) => $"{pointer}/{Escape(token)}";

    public static string Append(string pointer, int index) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");

    /// <summary>The pointer, or a part of it, as the fragment of a URI.</summary>
    public static string ToFragment(string pointer)
    {
        if (!pointer.AsSpan().ContainsAnyExcept(Plain))
        {
            return pointer;
        }

        var text = new StringBuilder();
        Span<byte> octets = stackalloc byte[4];
        foreach (var rune in pointer.EnumerateRunes())
        {
            if (rune.IsAscii && Plain.Contains((char)rune.Value))
            {
                text.Append((char)rune.Value);
                continue;
            }

            foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
            {
                text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return text.ToString();
    }

    public static IEnumerable<string> Tokens(string pointer) => pointer.Split('/').Skip(1)
        .Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    /// <summary>One step into an object or array.</summary>
    public static JsonElement? Step(JsonElement element, string token) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty(token, out var member) ? member : null,
        JsonValueKind.Array => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < element.GetArrayLength() ? element[index] : null,
        _ => null,
    };
}
