using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.Benchmarks;

/// <summary>A request as a server would hand it over.</summary>
internal sealed record Request(
    string Method, string Path, string? Field = null, string? Value = null, string? MediaType = null, int Length = 0)
    : IHttpRequestBodyDetectionFeature
{
    bool IHttpRequestBodyDetectionFeature.CanHaveBody => Length > 0;

    internal static Request Passing { get; } = new("GET", "/things");

    internal static Request PassingWithContent { get; } = new("POST", "/things", MediaType: "application/json", Length: 12);

    /// <summary>A request with one problem.</summary>
    internal static Request Of(ProblemType problem) => problem switch
    {
        ProblemType.InvalidHead => new("GET", "/things", "Expect", "teapot"),
        ProblemType.UnknownMethod => new("FOO", "/things"),
        ProblemType.NotFound => new("GET", "/nowhere"),
        ProblemType.MethodNotAllowed => new("DELETE", "/things"),
        ProblemType.Withdrawn => new("GET", "/withdrawn"),
        ProblemType.NotBuilt => new("GET", "/unbuilt"),
        ProblemType.Unauthorized => new("GET", "/secret"),
        ProblemType.Forbidden => new("GET", "/secret", "Authorization", "Role clerk"),
        ProblemType.UnsupportedMediaType => new("POST", "/things", MediaType: "text/plain", Length: 12),
        ProblemType.UnsupportedContentCoding => new("POST", "/things", "Content-Encoding", "gzip", "application/json", 12),
        ProblemType.ContentLengthOverLimit => new("POST", "/things", MediaType: "application/json", Length: 2000),
    };

    internal HttpRequestFeature ToFeature()
    {
        IHeaderDictionary headers = new HeaderDictionary();
        headers.Host = "localhost";
        headers.UserAgent = "bench";
        if (Field is not null)
        {
            headers[Field] = Value;
        }

        if (MediaType is not null)
        {
            headers.ContentType = MediaType;
            headers.ContentLength = Length;
        }

        return new HttpRequestFeature
        {
            Method = Method,
            Path = Path,
            RawTarget = Path,
            Protocol = "HTTP/1.1",
            Scheme = "http",
            Headers = headers,
            Body = Stream.Null,
        };
    }
}
