namespace Statute.AspNetCore.Tests.Order;

/// <summary>One request of the order table and the problem that it is answered with.</summary>
internal sealed record OrderRow(
    ProblemType Problem,
    string Method,
    string Path,
    string User,
    string MediaType,
    string Coding,
    string Number,
    string Framing,
    string Budget,
    string Content,
    string Outcome,
    string Expect,
    string Job)
{
    /// <summary>The key of a request that was accepted before with other content.</summary>
    internal const string ReusedKey = "reused";

    private const int OverLimit = 2000;

    internal static OrderRow Valid { get; } =
        Parse("InvalidHead POST orders manager application/json - 1 length free valid - - -");

    internal bool FillsBudget => Budget == "full";

    internal bool HasReusedKey => Job.Contains("reused", StringComparison.Ordinal);

    internal bool FindsTargetBusy => Job.Contains("busy", StringComparison.Ordinal);

    internal bool FindsStoreFull => Job.Contains("full", StringComparison.Ordinal);

    internal static OrderRow Parse(string line)
    {
        var c = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OrderRow(Enum.Parse<ProblemType>(c[0]), c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12]);
    }

    /// <summary>The request. One that becomes a job waits for its end, and is answered as if it were none.</summary>
    /// <param name="twin">The twin that it is sent to.</param>
    /// <param name="endedJob">The id of a job that has ended.</param>
    internal string ToRequest(string twin, string endedJob) =>
        $"{Method} {Target(twin, endedJob)}?number={Number}&outcome={Outcome} HTTP/1.1\r\nHost: localhost\r\nPrefer: wait=20\r\n"
        + Field("Authorization", User == "-" ? "-" : $"Test {User}")
        + Field("Idempotency-Key", HasReusedKey ? ReusedKey : "-")
        + Field("Content-Type", MediaType)
        + Field("Content-Encoding", Coding)
        + Field("Expect", Expect)
        + Framed(Text());

    private string Target(string twin, string endedJob) =>
        Path[0] == '/' ? Path.Replace("ENDED", endedJob, StringComparison.Ordinal) : $"/{twin}/{Path}";

    private string Text() => Content switch
    {
        "valid" => "{\"name\":\"b\"}",
        "invalid" => "{\"name\":1}",
        "malformed" => "{\"name\":\"b\"",
        "malformed-invalid" => "{\"name\":1",
        _ => throw new FormatException($"'{Content}' is no content."),
    };

    private string Framed(string content) => Framing switch
    {
        "length" => $"Content-Length: {content.Length}\r\n\r\n{content}",
        "long" => $"Content-Length: {OverLimit}\r\n\r\n{content.PadRight(OverLimit)}",
        "long-chunked" => $"Transfer-Encoding: chunked\r\n\r\n{Chunk(content.PadRight(OverLimit))}0\r\n\r\n",
        "broken" => $"Transfer-Encoding: chunked\r\n\r\n{Chunk(content)}broken\r\n\r\n",
        _ => throw new FormatException($"'{Framing}' is no framing."),
    };

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";

    private static string Field(string name, string value) => value == "-" ? "" : $"{name}: {value}\r\n";
}
