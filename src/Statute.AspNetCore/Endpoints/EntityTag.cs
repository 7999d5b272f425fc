using System.Buffers;
using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Strong entity tags of versions (RFC 9110, 8.8.3).</summary>
internal static class EntityTag
{
    /// <summary>What may stand between the quotes as it is; the percent sign begins what may not.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("!#$&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>
    /// The tag of a version: another one for each version. Numbers and plain texts stand as they are, other texts percent-encoded, bytes
    /// in hexadecimal digits, times by their number of ticks.
    /// </summary>
    /// <exception cref="InvalidOperationException">The version is of another type: nobody knows what makes it another one.</exception>
    internal static string Of(object version) => version switch
    {
        byte[] bytes => $"\"{Convert.ToHexString(bytes)}\"",
        string text => text.AsSpan().ContainsAnyExcept(Plain) ? $"\"{Uri.EscapeDataString(text)}\"" : $"\"{text}\"",
        Guid id => $"\"{id:D}\"",
        DateTime time => Of(time.Ticks),
        DateTimeOffset time => Of(time.UtcTicks),
        sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or BigInteger
            or Half or float or double or decimal => string.Create(CultureInfo.InvariantCulture, $"\"{version}\""),
        _ => throw new InvalidOperationException(
            $"Versioned was given '{version?.GetType().Name ?? "null"}' for the version of a resource. Give a number, a text, bytes, "
            + "a Guid, a DateTime or a DateTimeOffset that is another one after each change."),
    };

    /// <summary>Whether a field asks for whatever there is.</summary>
    internal static bool IsAny(StringValues field) => field is [{ } only] && only.AsSpan().Trim() is "*";

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
