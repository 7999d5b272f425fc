using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Statute.AspNetCore.Content;
using Statute.Problems;

namespace Statute.Jobs.Accepting;

/// <summary>
/// The field Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07): a string of RFC 9651, or the bare value as many clients send
/// it. Both spell the same key.
/// </summary>
internal static class IdempotencyKey
{
    internal const string Field = "Idempotency-Key";
    private const int MaxLength = 255;

    /// <summary>What a bare value may consist of; a quote, a comma or a semicolon belongs to the grammar of the field.</summary>
    private static readonly SearchValues<char> Bare = SearchValues.Create(
        "!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The key; null where there is none, or it cannot be read.</summary>
    internal static string? Of(IHeaderDictionary fields) => TryRead(fields[Field], out var key) ? key : null;

    /// <summary>What is wrong with the field; null for nothing.</summary>
    internal static ProblemError? FaultOf(IHeaderDictionary fields, bool isRequired)
    {
        var field = fields[Field];
        if (field.Count == 0)
        {
            return isRequired ? Fault($"'{Field}' is missing; send a new key with each new request, and the same with a repeat.") : null;
        }

        return TryRead(field, out _)
            ? null
            : Fault($"'{Field}' is {ShownValue.Of(field.ToString())}; it must be 1 to {MaxLength} printable ASCII characters in quotes.");
    }

    private static ProblemError Fault(string detail) => new(detail, Header: Field);

    private static bool TryRead(StringValues field, [NotNullWhen(true)] out string? key)
    {
        key = null;
        if (field.Count != 1)
        {
            return false;
        }

        var text = field[0].AsSpan().Trim();
        if (text.IsEmpty)
        {
            return false;
        }

        key = text[0] == '"' ? Quoted(text[1..]) : text.ContainsAnyExcept(Bare) ? null : text.ToString();
        return key is { Length: > 0 and <= MaxLength };
    }

    /// <summary>A string of RFC 9651, 3.3.3, after its first quote. Parameters may follow, and none is known.</summary>
    private static string? Quoted(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                var rest = text[(i + 1)..].TrimStart(' ');
                return rest.IsEmpty || rest[0] == ';' ? key.ToString() : null;
            }

            if (c == '\\')
            {
                i++;
                c = i < text.Length && text[i] is '"' or '\\' ? text[i] : '\0';
            }

            if (c is < ' ' or > '~')
            {
                return null;
            }

            key.Append(c);
        }

        return null;
    }
}
