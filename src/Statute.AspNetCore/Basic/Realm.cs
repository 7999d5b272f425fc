using System.Buffers;

namespace Statute.AspNetCore.Basic;

// The realm goes out in a header field: Kestrel refuses what is not ASCII there, and a line break would end the field.
internal static class Realm
{
    private const string Fallback = "api";

    private static readonly SearchValues<char> Printable = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static bool IsUsable(string realm) => !realm.AsSpan().ContainsAnyExcept(Printable);

    public static string Default(string? applicationName) =>
        string.IsNullOrEmpty(applicationName) || !IsUsable(applicationName) ? Fallback : applicationName;

    // quoted-string of RFC 9110, 5.6.4; charset is RFC 7617, 2.1.
    public static string Challenge(string realm)
    {
        string quoted = realm.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"{BasicDefaults.AuthenticationScheme} realm=\"{quoted}\", charset=\"UTF-8\"";
    }
}
