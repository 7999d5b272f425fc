using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Statute.Jobs.Accepting;

/// <summary>Which header fields of a request are kept for its job, and which of an answer for whoever reads it.</summary>
internal static class KeptFields
{
    /// <summary>They belong to one connection (RFC 9110, 7.6.1), and frame what is framed anew.</summary>
    private static readonly string[] OfAConnection =
    [
        HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.ProxyConnection, HeaderNames.TE, HeaderNames.Trailer,
        HeaderNames.TransferEncoding, HeaderNames.Upgrade, HeaderNames.ContentLength,
    ];

    private static readonly string[] Credentials = [HeaderNames.Authorization, HeaderNames.ProxyAuthorization, HeaderNames.Cookie];

    /// <summary>
    /// Credentials; what was answered already, by the 202; and a coding of the content that another reader may not understand.
    /// </summary>
    private static readonly FrozenSet<string> NotOfARequest = new[]
    {
        HeaderNames.Expect, HeaderNames.AcceptEncoding, Preferences.Field, IdempotencyKey.Field,
    }.Concat(Credentials).Concat(OfAConnection).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A cookie is a credential too; date and server are those of the answer that carries the result, and so is which origins may read it.
    /// </summary>
    private static readonly FrozenSet<string> NotOfAnAnswer = new[]
    {
        HeaderNames.SetCookie, HeaderNames.Date, HeaderNames.Server, HeaderNames.ProxyAuthenticate, HeaderNames.AccessControlAllowOrigin,
        HeaderNames.AccessControlAllowCredentials, HeaderNames.AccessControlExposeHeaders,
    }.Concat(OfAConnection).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a field has credentials by its definition.</summary>
    internal static bool IsCredential(string name) => Credentials.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <param name="fields">The fields as they came.</param>
    /// <param name="unstored">What the application drops besides, see <see cref="JobOptions.UnstoredFields"/>.</param>
    internal static Dictionary<string, string[]> OfRequest(IHeaderDictionary fields, FrozenSet<string> unstored) =>
        Of(fields, NotOfARequest, unstored);

    internal static Dictionary<string, string[]> OfAnswer(IHeaderDictionary fields) => Of(fields, NotOfAnAnswer, []);

    private static Dictionary<string, string[]> Of(IHeaderDictionary fields, FrozenSet<string> dropped, FrozenSet<string> unstored)
    {
        var kept = new Dictionary<string, string[]>(fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in fields)
        {
            if (!dropped.Contains(name) && !unstored.Contains(name) && !IsNamed(name, fields.Connection))
            {
                kept[name] = values.ToArray()!;
            }
        }

        return kept;
    }

    /// <summary>Whether Connection says of a field that it belongs to the connection.</summary>
    private static bool IsNamed(string name, StringValues connection)
    {
        foreach (var line in connection)
        {
            foreach (var option in line.AsSpan().Split(','))
            {
                if (line.AsSpan(option).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
