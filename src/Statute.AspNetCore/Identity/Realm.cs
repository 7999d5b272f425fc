using System.Buffers;

namespace Statute.AspNetCore.Identity;

/// <summary>
/// The realm goes out in a header field: Kestrel refuses what is not ASCII there, and a line break would end the field.
/// </summary>
internal static class Realm
{
    private const string Fallback = "api";

    private static readonly SearchValues<char> Printable = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    internal static bool IsUsable(string realm) => !realm.AsSpan().ContainsAnyExcept(Printable);

    internal static string Default(string? applicationName) =>
        string.IsNullOrEmpty(applicationName) || !IsUsable(applicationName) ? Fallback : applicationName;

    /// <summary>The parameter of a challenge, its value a quoted-string (RFC 9110, 5.6.4).</summary>
    internal static string Parameter(string realm)
    {
        var quoted = realm.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"realm=\"{quoted}\"";
    }
}
