using Microsoft.AspNetCore.Http;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>The fields of an answer that tell which content is accepted.</summary>
internal static class ContentFields
{
    /// <summary>Accept (RFC 9110, 12.5.1), and by the method also Accept-Post (W3C LDP, 7.1) or Accept-Patch (RFC 5789, 3.1).</summary>
    internal static void Accept(HttpContext context, MediaTypeSet accepts)
    {
        var headers = context.Response.Headers;
        headers.Accept = accepts.Field;
        AcceptFor(context.Request.Method, context.Response, accepts);
    }

    internal static void AcceptFor(string method, HttpResponse response, MediaTypeSet accepts)
    {
        if (!accepts.IsDeclared)
        {
            return;
        }

        if (method == HttpMethods.Post)
        {
            response.Headers["Accept-Post"] = accepts.Field;
        }
        else if (method == HttpMethods.Patch)
        {
            response.Headers["Accept-Patch"] = accepts.Field;
        }
    }
}
