using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.Problems;

namespace Statute.AspNetCore.Endpoints;

/// <summary>The pages to which the <c>type</c> of a refusal leads. An endpoint of the application at the same path comes first.</summary>
internal sealed class ProblemPages(IOptions<StatuteOptions> options)
{
    private readonly PathString _path = new(options.Value.ProblemPath);

    /// <summary>The endpoint that shows the page at this path, or null.</summary>
    internal Endpoint? EndpointOf(PathString path)
    {
        if (!path.StartsWithSegments(_path, StringComparison.Ordinal, out var rest) || rest.Value is not { Length: > 1 } name)
        {
            return null;
        }

        var page = new ArrayBufferWriter<byte>(2048);
        return ProblemPage.TryWrite(name[1..], options.Value.Table, page)
            ? new OwnEndpoint(context => WriteAsync(context, page.WrittenMemory), null, "Problem page")
            : null;
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await context.Response.BodyWriter.WriteAsync(page, context.RequestAborted);
    }
}
