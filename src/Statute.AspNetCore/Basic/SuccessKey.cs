using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// A password that was found correct, as a MAC under a key that lives and dies with the process: of no use in a memory dump
/// without the key, and of no use elsewhere with it.
/// </summary>
internal readonly record struct SuccessKey(UInt128 High, UInt128 Low)
{
    private static readonly byte[] ProcessKey = RandomNumberGenerator.GetBytes(32);

    public static SuccessKey Of(in BasicCredentials credentials, string hash)
    {
        var utf8 = Encoding.UTF8;
        var length = utf8.GetByteCount(credentials.Name) + 1 + utf8.GetByteCount(credentials.Password) + 1 + utf8.GetByteCount(hash);
        var text = new byte[length];

        // NUL parts the three without doubt: none of them can contain one.
        var at = utf8.GetBytes(credentials.Name, text) + 1;
        at += utf8.GetBytes(credentials.Password, text.AsSpan(at)) + 1;
        utf8.GetBytes(hash, text.AsSpan(at));

        var key = Mac(text);
        CryptographicOperations.ZeroMemory(text);
        return key;
    }

    // A place in a list that an outsider cannot foretell, the same for the same name until the process ends.
    public static int IndexFor(string name, int count) => (int)(Mac(Encoding.UTF8.GetBytes(name)).High % (UInt128)count);

    private static SuccessKey Mac(ReadOnlySpan<byte> text)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(ProcessKey, text, mac);
        return new SuccessKey(BinaryPrimitives.ReadUInt128LittleEndian(mac), BinaryPrimitives.ReadUInt128LittleEndian(mac[16..]));
    }
}
