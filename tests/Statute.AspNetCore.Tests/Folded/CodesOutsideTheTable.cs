using System.Text.RegularExpressions;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>
/// Every code, with every kind of content, in both styles, started and not: it leaves by a row, on a connection that goes on, so that no
/// client is left waiting.
/// </summary>
public sealed partial class CodesOutsideTheTable(CodesApi apps) : IClassFixture<CodesApi>
{
    private static readonly string[] Contents = ["empty", "text", "json", "problem", "large"];

    public static TheoryData<string, string, string> Held => Cases("Fold", "Strict");

    public static TheoryData<string, string, string> Observed => Cases("Observe");

    [Theory]
    [MemberData(nameof(Held))]
    public async Task Leave_by_a_row(string profile, string style, string content)
    {
        var wrong = new List<string>();
        foreach (var row in CodeRow.All)
        {
            using var connection = apps[profile].Connect();
            foreach (var (method, how) in Requests(style, content))
            {
                var answer = await connection.AskAsync(Request(method, style, row.Code, content, how));
                if (row.FaultOf(method, content, answer) is { } fault)
                {
                    wrong.Add($"{method} {row.Code} {how}: {fault}");
                }

                if (answer["Connection"] == "close")
                {
                    // A 413 tells the client to stop sending.
                    wrong.AddRange(row.Code == 413 ? [] : [$"{method} {row.Code} {how}: closes the connection"]);
                    break;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Observed))]
    public async Task Leave_as_they_are_where_the_application_is_only_observed(string profile, string style, string content)
    {
        var wrong = new List<string>();
        foreach (var code in CodeRow.All.Select(row => row.Code))
        {
            foreach (var (method, how) in Requests(style, content))
            {
                var request = Request(method, style, code, content, how, "Connection: close\r\n");
                if (await BytesAsync(apps["bare"], request) != await BytesAsync(apps[profile], request))
                {
                    wrong.Add($"{method} {code} {how}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Are_all_of_the_registry_and_those_that_others_have_made_up()
    {
        var codes = CodeRow.All.Select(row => row.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        int[] registered =
        [
            .. Enumerable.Range(100, 5), .. Enumerable.Range(200, 9), 226, .. Enumerable.Range(300, 9), .. Enumerable.Range(400, 19),
            .. Enumerable.Range(421, 6), 428, 429, 431, 451, .. Enumerable.Range(500, 9), 510, 511,
        ];
        Assert.Empty(registered.Except(codes));
        Assert.Empty(new[] { 418, 420, 444, 499, 599, 999 }.Concat(Enumerable.Range(520, 11)).Except(codes));
    }

    private static TheoryData<string, string, string> Cases(params string[] profiles)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var profile in profiles)
        {
            foreach (var content in Contents)
            {
                cases.Add(profile, "minimal", content);
                cases.Add(profile, "controller", content);
            }
        }

        return cases;
    }

    private static IEnumerable<(string Method, string How)> Requests(string style, string content) => content == "large"
        ? [style == "minimal" ? ("POST", "result") : ("GET", "started")]
        : from method in new[] { "POST", "GET", "HEAD" }
          from how in new[] { "result", "started", "completed" }
          select (method, how);

    private static string Request(string method, string style, int code, string content, string how, string field = "") =>
        $"{method} /{style}/{code}/{content}/{how} HTTP/1.1\r\nHost: localhost\r\n{field}"
        + $"{(method == "POST" ? "Content-Length: 0\r\n" : "")}\r\n";

    /// <summary>All that the server sends until it closes the connection, the date and the ids of traces aside.</summary>
    private static async Task<string> BytesAsync(RunningApp app, string request)
    {
        using var connection = app.Connect();
        await connection.SendAsync(request);
        var lines = (await connection.ReadToEndAsync()).Split("\r\n");
        return TraceId().Replace(string.Join("\r\n", lines.Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal))), "id");
    }

    [GeneratedRegex("(?<=\"traceId\":\")[^\"]+")]
    private static partial Regex TraceId();
}
