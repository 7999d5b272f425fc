using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Statute.Jobs;

/// <summary>
/// The public name of a job: 128 random bits, written as 22 characters of base64url (RFC 4648, 5). It tells nothing of order or number,
/// and cannot be guessed.
/// </summary>
public readonly record struct JobId
{
    private const int Size = 16;
    private const int Length = 22;

    private readonly UInt128 _value;

    private JobId(ReadOnlySpan<byte> bytes) => _value = BinaryPrimitives.ReadUInt128BigEndian(bytes);

    /// <summary>Makes an id that nobody has.</summary>
    public static JobId New()
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomNumberGenerator.Fill(bytes);
        return new JobId(bytes);
    }

    /// <summary>Reads an id from its 16 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 16 bytes.</exception>
    public static JobId From(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new JobId(bytes)
        : throw new ArgumentException($"A job's id has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads an id from its text; only the one spelling that <see cref="ToString"/> writes is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out JobId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text is not { Length: Length }
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done
            || written != Size)
        {
            return false;
        }

        id = new JobId(bytes);
        return id.ToString() == text;
    }

    /// <summary>The 16 bytes.</summary>
    public byte[] ToByteArray()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return bytes;
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(ToByteArray());
}
