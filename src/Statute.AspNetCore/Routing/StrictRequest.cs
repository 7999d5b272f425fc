using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Statute.AspNetCore.Routing;

/// <summary>Takes out of a request what asks for an answer that is no row. A server may ignore each of these fields.</summary>
internal static class StrictRequest
{
    /// <summary>Whole content instead of parts, differences, and other protocols (RFC 9110, 7.8 and 14.2; RFC 3229).</summary>
    private static readonly string[] Always = [HeaderNames.Range, HeaderNames.IfRange, HeaderNames.Upgrade, "A-IM"];

    /// <summary>The content instead of the news that it is known (RFC 9110, 13.1).</summary>
    private static readonly string[] Reading = [HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince];

    internal static void Strip(HttpRequest request)
    {
        Remove(request.Headers, Always);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            Remove(request.Headers, Reading);
        }
    }

    private static void Remove(IHeaderDictionary fields, string[] names)
    {
        foreach (var name in names)
        {
            fields.Remove(name);
        }
    }
}
