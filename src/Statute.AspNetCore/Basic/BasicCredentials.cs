using System.Security.Cryptography;
using System.Text;

namespace Statute.AspNetCore.Basic;

/// <summary>The user-pass of RFC 7617, section 2: base64(user-id ":" password), here always UTF-8, as the challenge says.</summary>
internal readonly struct BasicCredentials
{
    private const string Scheme = "Basic";

    private BasicCredentials(string name, string password)
    {
        Name = name;
        Password = password;
    }

    public string Name { get; }

    public string Password { get; }

    public static bool TryParse(string? field, out BasicCredentials credentials)
    {
        credentials = default;
        ReadOnlySpan<char> text = field;
        if (text.Length <= Scheme.Length || text[Scheme.Length] != ' ')
        {
            return false;
        }

        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var token = text[Scheme.Length..].TrimStart(' ');
        // Convert would skip white space inside the token; token68 has none (RFC 9110, 11.2).
        if (token.IsEmpty || token.ContainsAny(" \t\r\n"))
        {
            return false;
        }

        var bytes = new byte[token.Length];
        try
        {
            return Convert.TryFromBase64Chars(token, bytes, out var written) && TryRead(bytes.AsSpan(0, written), out credentials);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out BasicCredentials credentials)
    {
        credentials = default;
        var colon = bytes.IndexOf((byte)':');
        if (colon < 0 || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return false;
        }

        var name = Encoding.UTF8.GetString(bytes[..colon]);
        var password = Encoding.UTF8.GetString(bytes[(colon + 1)..]);
        if (!PlainText.IsPlain(name) || !PlainText.IsPlain(password))
        {
            return false;
        }

        credentials = new BasicCredentials(PlainText.Normal(name), PlainText.Normal(password));
        return true;
    }
}
