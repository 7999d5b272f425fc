using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Strong entity tags of versions (RFC 9110, 8.8.3).</summary>
internal static class EntityTag
{
    /// <summary>What may stand between the quotes as it is.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The tag of a version: numbers and plain texts as they are, everything else in hexadecimal digits.</summary>
    internal static string Of(object version)
    {
        if (version is byte[] bytes)
        {
            return $"\"{Convert.ToHexString(bytes)}\"";
        }

        var text = Convert.ToString(version, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().ContainsAnyExcept(Plain) ? $"\"{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}\"" : $"\"{text}\"";
    }

    /// <summary>Whether a field names the tag. Weak ones never match where a resource is to be changed (RFC 9110, 8.8.3.2).</summary>
    /// <param name="field">The value of If-Match or If-None-Match.</param>
    /// <param name="tag">The current tag.</param>
    /// <param name="strongly">Whether to compare strongly.</param>
    internal static bool Matches(StringValues field, string tag, bool strongly)
    {
        if (!EntityTagHeaderValue.TryParseStrictList(field, out var named) || !EntityTagHeaderValue.TryParse(tag, out var current))
        {
            return false;
        }

        return named.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(current, strongly));
    }
}
