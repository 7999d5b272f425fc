using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>A line of <c>codes.txt</c> for one code: what leaves on the wire.</summary>
internal sealed record CodeRow(int Code, int Post, int Get, IReadOnlyDictionary<string, string> Bodies)
{
    private static readonly string[] Contents = ["empty", "text", "json", "problem", "large"];

    internal static IReadOnlyList<CodeRow> All { get; } = [.. Lines().SelectMany(Parse)];

    /// <summary>What is wrong with an answer; null for nothing.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="content">What the handler wrote, see <see cref="CodesApi"/>.</param>
    /// <param name="answer">The answer.</param>
    internal string? FaultOf(string method, string content, RawAnswer answer)
    {
        var status = method == "POST" ? Post : Get;
        if (answer.Status != status)
        {
            return $"is {answer.StatusLine}, not {status}";
        }

        if (method == "HEAD")
        {
            return answer.Body.Length > 0 ? "has content"
                : answer["Location"] != "/elsewhere" && status < 400 ? "lost Location"
                : null;
        }

        return BodyOf(content, status) switch
        {
            "-" => answer.Body.Length > 0 ? "has content" : null,
            "own" => answer.Body != CodesApi.BodyOf(content) ? "is not what the handler wrote" : null,
            "problem" => OwnFaultOf(answer)
                ?? (answer.Body.Contains("E1") || answer.Body.Contains("words") ? "says what it must not" : null),
            "members" => OwnFaultOf(answer) ?? (answer.Problem("code") != "E1" ? "lost its member" : null),
            "type" => OwnFaultOf(answer) ?? (answer.Problem("type") != CodesApi.OwnType || answer.Problem("detail") != "Ask again."
                ? "lost its type or detail" : null),
            var unknown => $"has no expectation '{unknown}'",
        };
    }

    /// <summary>Where the row depends on the method, so does what is kept.</summary>
    private string BodyOf(string content, int status) =>
        Bodies[content] is var body and not "*" ? body : status >= 500 ? "problem" : content == "json" ? "members" : "type";

    private static string? OwnFaultOf(RawAnswer answer) =>
        answer["Content-Type"] != "application/problem+json" || answer.Problem("status") != $"{answer.Status}" ? "is no problem"
        : answer["Cache-Control"] != "no-store" ? "may be kept"
        : null;

    private static IEnumerable<string> Lines()
    {
        using var file = typeof(CodeRow).Assembly.GetManifestResourceStream("codes.txt")!;
        return new StreamReader(file).ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#');
    }

    private static IEnumerable<CodeRow> Parse(string line)
    {
        var cells = line.Split("##", StringSplitOptions.TrimEntries);
        var bodies = Contents.Zip(cells.Skip(3)).ToDictionary(pair => pair.First, pair => pair.Second);
        return cells[0].Split(' ').Select(int.Parse).Select(code => new CodeRow(code, Wire(cells[1], code), Wire(cells[2], code), bodies));
    }

    private static int Wire(string cell, int code) => cell == "=" ? code : int.Parse(cell);
}
