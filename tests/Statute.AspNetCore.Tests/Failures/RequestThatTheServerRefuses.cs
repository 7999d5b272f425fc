using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>
/// What is said of a 4xx is said by the table: neither by the developer page, which shows the stack and the fields of the request, nor by
/// the text of the exception.
/// </summary>
public sealed class RequestThatTheServerRefuses
{
    private static readonly string[] Wanted = ["application/json", "text/html", "text/plain"];

    public static TheoryData<string, string, string> Runs => ExceptionThatNobodyHandles.Runs;

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Leaves_nothing_of_the_inside_in_the_answer(string environment, string aid, string twin)
    {
        await using var app = await CanaryApi.StartAsync(environment, aid);
        foreach (var operation in (string[])["bound", "kept"])
        {
            foreach (var accept in Wanted)
            {
                // .NET's exception handler makes 500 of every exception that it meets.
                var met = aid == "handler" ? 500 : 400;
                Assert.Equal(met, await AskAsync(app, $"/{twin}/{operation}", accept, "X-Read: 1", "zz\r\n"));
                Assert.Equal(met, await AskAsync(app, $"/{twin}/{operation}", accept, "X-Refused: 1", "0\r\n\r\n"));
                Assert.Equal(400, await AskAsync(app, $"/{twin}/{operation}", accept, "X-Other: 1", "zz\r\n"));
            }
        }
    }

    /// <summary>The connection fails the test where the answer holds the canary.</summary>
    private static async Task<int> AskAsync(RunningApp app, string path, string accept, string field, string content)
    {
        using var connection = app.Connect();
        var answer = await connection.AskAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Canary.Mark}\r\nAccept: {accept}\r\n{field}\r\n"
            + $"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{content}");
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        return answer.Status;
    }
}
