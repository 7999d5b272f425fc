using System.Text.RegularExpressions;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Pipelines;

/// <summary>Wherever the application places its own middleware, the table holds, and a page of another origin can read it.</summary>
public sealed partial class AnyPipeline
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

    /// <summary>
    /// What stands in front of UseStatute here stands behind the authentication that WebApplication places by itself, and with Statute in
    /// front of it: it sees 401 and 403, which it did not see before. A path base in front leads to endpoints of which that authentication
    /// does not know, so that ASP.NET fails them, and with Statute does not.
    /// </summary>
    private static readonly string[] SeesMore =
    [
        "cors, statute", "cors by policy, statute", "cors by endpoint, statute",
        "status code pages, statute", "status code pages run again, statute", "status code pages redirect, statute",
        "path base, statute" + Hosts.Below,
    ];

    public static TheoryData<string> Names => [.. Hosts.All.Keys];

    public static TheoryData<string> SameNames => [.. Hosts.All.Keys.Except(SeesMore)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Holds_the_order(string host)
    {
        await using var app = await Hosts.All[host](StatuteProfile.Fold);
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

    [Theory]
    [MemberData(nameof(SameNames))]
    public async Task Is_not_noticed_by_clients_while_it_observes(string host)
    {
        await using var bare = await Hosts.All[host](null);
        await using var observed = await Hosts.All[host](StatuteProfile.Observe);
        var wrong = new List<string>();
        foreach (var row in Requests.Split('\n').Skip(1).Select(PipelineRow.Parse))
        {
            var (before, after) = (await AskAsync(bare, host, row), await AskAsync(observed, host, row));
            if (before != after)
            {
                wrong.Add($"{row.Method} {row.Path}:\n- {before}\n+ {after}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void At_least_a_dozen_are_tried() => Assert.True(Hosts.All.Count >= 12);

    /// <summary>The answer but for the date, the age of what is cached and the id of the trace.</summary>
    private static async Task<string> AskAsync(RunningApp app, string host, PipelineRow row)
    {
        using var connection = app.Connect();
        var answer = await connection.AskAsync(row.ToRequest(Hosts.PrefixOf(host)));
        var fields = answer.Fields.Where(field => field.Key is not "Date" and not "Age");
        return TraceId().Replace($"{answer.StatusLine}\n{string.Join('\n', fields)}\n{answer.Body}", "");
    }

    [GeneratedRegex("(?<=\"traceId\":\")[^\"]+")]
    private static partial Regex TraceId();

    /// <summary>Where only endpoints have a policy, a path without an endpoint has none.</summary>
    private static bool IsReadable(PipelineRow row, string host) => !host.Contains("by endpoint") || row.Path is not ("/nowhere" or "*");
}
