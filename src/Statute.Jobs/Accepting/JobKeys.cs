using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Accepting;

/// <summary>Makes of an Idempotency-Key what is compared.</summary>
internal static class JobKeys
{
    /// <param name="key">The key as the client sends it.</param>
    /// <param name="owner">Whose it is: the same key of somebody else is another one.</param>
    /// <param name="operation">The operation that it was sent to.</param>
    /// <param name="request">The request, of which the same one has to come again.</param>
    internal static JobKey Of(string key, string? owner, string operation, StoredRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, owner is null ? "" : $"owner {owner}");
        Append(hash, operation);
        Append(hash, key);
        var scope = hash.GetHashAndReset();

        Append(hash, request.Method);
        Append(hash, request.Target);
        Append(hash, request.Fields.TryGetValue("Content-Type", out var type) ? string.Join(',', type) : "");
        hash.AppendData(request.Content.Span);
        return new JobKey(scope, hash.GetHashAndReset());
    }

    /// <summary>With its length in front, so that no two lists of texts are one text.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, text.Length);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(sizeof(int)));
        hash.AppendData(bytes);
    }
}
