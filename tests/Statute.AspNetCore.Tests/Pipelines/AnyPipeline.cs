using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Pipelines;

/// <summary>Wherever the application places its own middleware, the table holds, and a page of another origin can read it.</summary>
public sealed class AnyPipeline
{
    private const string Requests = """
        # request                   user     type              length  expect  => answer                      type                      field
        FOO     /things             -        -                 -       -          501 Not Implemented          unknown-method            -
        get     /things             -        -                 -       -          501 Not Implemented          unknown-method            -
        GET     /things             -        -                 -       teapot     400 Bad Request              invalid-head              -
        GET     /nowhere            clerk    -                 -       -          404 Not Found                not-found                 -
        DELETE  /things             -        -                 -       -          405 Method Not Allowed       method-not-allowed        Allow: GET, HEAD, OPTIONS, POST
        GET     /unbuilt            -        -                 -       -          501 Not Implemented          not-built                 -
        HEAD    /unbuilt            -        -                 -       -          501 Not Implemented          -                         -
        GET     /withdrawn          -        -                 -       -          503 Service Unavailable      withdrawn                 -
        POST    /things             -        application/json  12      -          401 Unauthorized             unauthorized              WWW-Authenticate: Test realm="things"
        POST    /things             -        text/plain        12      -          401 Unauthorized             unauthorized              -
        POST    /things             clerk    application/json  12      -          403 Forbidden                forbidden                 -
        POST    /things             manager  text/plain        12      -          415 Unsupported Media Type   unsupported-media-type    Accept-Post: application/json
        POST    /things             manager  application/json  1001    -          413 Request Entity Too Large  content-length-over-limit  Connection: close
        POST    /things             manager  application/json  1000    -          200 OK                       -                         -
        GET     /things             -        -                 -       -          200 OK                       -                         -
        HEAD    /things             -        -                 -       -          200 OK                       -                         -
        OPTIONS /things             -        -                 -       -          200 OK                       -                         Allow: GET, HEAD, OPTIONS, POST
        OPTIONS *                   -        -                 -       -          200 OK                       -                         Allow: GET, HEAD, OPTIONS, POST
        """;

    public static TheoryData<string> Names => [.. Hosts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Holds_the_order(string host)
    {
        await using var app = await Hosts.All[host]();
        var wrong = new List<string>();
        foreach (var row in Requests.Split('\n').Skip(1).Select(PipelineRow.Parse))
        {
            using var connection = app.Connect();
            var answer = await connection.AskAsync(row.ToRequest(Hosts.PrefixOf(host)));
            wrong.AddRange(row.FaultsOf(answer).Select(fault => $"{row.Method} {row.Path}: {fault}"));
            if (host.Contains("cors") && IsReadable(row, host) && answer["Access-Control-Allow-Origin"] != Hosts.Origin)
            {
                wrong.Add($"{row.Method} {row.Path}: a page of another origin cannot read {answer.StatusLine}.");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void At_least_a_dozen_are_tried() => Assert.True(Hosts.All.Count >= 12);

    /// <summary>Where only endpoints have a policy, a path without an endpoint has none.</summary>
    private static bool IsReadable(PipelineRow row, string host) => !host.Contains("by endpoint") || row.Path is not ("/nowhere" or "*");
}
