using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.Benchmarks;

/// <summary>A request as a server would hand it over.</summary>
internal sealed record Request(
    string Method,
    string Path,
    string? Field = null,
    string? Value = null,
    string? MediaType = null,
    string Content = "",
    bool Declared = true)
    : IHttpRequestBodyDetectionFeature
{
    private const string Thing = """{"name":"b"}""";

    private static readonly string Long = Thing.PadRight(2000);

    private readonly byte[] _content = Encoding.ASCII.GetBytes(Content);

    bool IHttpRequestBodyDetectionFeature.CanHaveBody => _content.Length > 0;

    internal static Request Passing { get; } = new("GET", "/things");

    internal static Request PassingWithContent { get; } = new("POST", "/things", MediaType: "application/json", Content: Thing);

    /// <summary>A request for 1 MiB, written to the pipe or the stream, or sent as a file.</summary>
    internal static Request Large(string way) => new("GET", $"/large/{way}");

    /// <summary>A request with one problem; null where a problem takes more than one request.</summary>
    internal static Request? Of(ProblemType problem) => problem switch
    {
        ProblemType.InvalidHead => new("GET", "/things", "Expect", "teapot"),
        ProblemType.UnknownMethod => new("FOO", "/things"),
        ProblemType.NotFound => new("GET", "/nowhere"),
        ProblemType.MethodNotAllowed => new("DELETE", "/things"),
        ProblemType.Withdrawn => new("GET", "/withdrawn"),
        ProblemType.NotBuilt => new("GET", "/unbuilt"),
        ProblemType.Unauthorized => new("GET", "/secret"),
        ProblemType.Forbidden => new("GET", "/secret", "Authorization", "Role clerk"),
        ProblemType.UnsupportedMediaType => new("POST", "/things", MediaType: "text/plain", Content: Thing),
        ProblemType.UnsupportedContentCoding => new("POST", "/things", "Content-Encoding", "gzip", "application/json", Thing),
        ProblemType.InvalidParameter => new("GET", "/numbers/x"),
        ProblemType.ContentLengthOverLimit => new("POST", "/things", MediaType: "application/json", Content: Long),
        ProblemType.ContentOverLimit => new("POST", "/bound", MediaType: "application/json", Content: Long, Declared: false),
        ProblemType.MalformedContent => new("POST", "/bound", MediaType: "application/json", Content: """{"name":"""),
        ProblemType.InvalidContent => new("POST", "/bound", MediaType: "application/json", Content: """{"name":1}"""),
        ProblemType.ResourceNotFound => new("GET", "/missing"),
        ProblemType.AlreadyExists => new("GET", "/failing/23505"),
        ProblemType.EditConflict => new("GET", "/failing/40001"),
        ProblemType.UnexpectedError => new("GET", "/failing/00000"),
        ProblemType.ContentOverBudget or ProblemType.IncompleteContent => null,
        ProblemType.KeyReused or ProblemType.InProgress or ProblemType.StorageFull => null,
        ProblemType.StateConflict or ProblemType.OutcomeUnknown => null,
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
            headers.ContentLength = Declared ? _content.Length : null;
        }

        return new HttpRequestFeature
        {
            Method = Method,
            Path = Path,
            RawTarget = Path,
            Protocol = "HTTP/1.1",
            Scheme = "http",
            Headers = headers,
            Body = new ServerStream(_content),
        };
    }

    /// <summary>Can be read once, as a server's. Content of an unknown length is not counted where it is in memory already.</summary>
    private sealed class ServerStream(byte[] content) : MemoryStream(content, writable: false)
    {
        public override bool CanSeek => false;
    }
}
