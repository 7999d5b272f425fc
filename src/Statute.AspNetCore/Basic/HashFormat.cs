using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// The two formats of ASP.NET's PasswordHasher, read without a password, so that a bad line is found at load and not at the
/// first sign-in:
/// version 2: 00 | salt 16 | subkey 32
/// version 3: 01 | PRF u32 | iterations u32 | salt length u32 | salt | subkey      (integers in network byte order)
/// </summary>
internal static class HashFormat
{
    private const byte Version2 = 0;
    private const byte Version3 = 1;
    private const int Version2Length = 1 + 16 + 32;
    private const int Version3Header = 1 + 4 + 4 + 4;

    // PasswordHasher refuses shorter ones as unsafe.
    private const int LeastSalt = 16;
    private const int LeastSubkey = 16;

    public static bool IsHash(string text) => HeaderLength(Decode(text)) > 0;

    /// <summary>A hash of the same parameters, and so of the same cost, that no known password matches.</summary>
    public static string Decoy(string hash)
    {
        var bytes = Decode(hash);
        RandomNumberGenerator.Fill(bytes.AsSpan(HeaderLength(bytes)));
        return Convert.ToBase64String(bytes);
    }

    private static int HeaderLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        if (bytes[0] == Version2)
        {
            return bytes.Length == Version2Length ? 1 : 0;
        }

        if (bytes[0] != Version3 || bytes.Length < Version3Header)
        {
            return 0;
        }

        var function = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        var iterations = BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]);
        var salt = BinaryPrimitives.ReadUInt32BigEndian(bytes[9..]);
        var known = function <= 2 && iterations is > 0 and <= int.MaxValue && salt >= LeastSalt;
        return known && bytes.Length - Version3Header >= (long)salt + LeastSubkey ? Version3Header : 0;
    }

    private static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }
}
