using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Routing;

/// <summary>Several endpoints serve one method, and only the media type tells which: without one ASP.NET fails the request.</summary>
public sealed class EndpointsToldApartByType
{
    private const string Requests = """
        # request          Content-Type                  => status | fields of the answer
        GET     /write   | -                              | 405 | Allow: OPTIONS, POST
        DELETE  /write   | -                              | 405 | Allow: OPTIONS, POST
        OPTIONS /write   | -                              | 200 | Allow: OPTIONS, POST | Accept-Post: application/json, application/xml
        POST    /write   | -                              | 415 | Accept: application/json, application/xml
        POST    /write   | text/plain                     | 415 | Accept: application/json, application/xml
        POST    /write   | application/xml                | 200 | X-Ran: xml
        POST    /write   | application/json               | 200 | X-Ran: json
        DELETE  /both    | -                              | 405 | Allow: GET, HEAD, OPTIONS, PUT
        OPTIONS /both    | -                              | 200 | Allow: GET, HEAD, OPTIONS, PUT
        GET     /both    | -                              | 200 | X-Ran: read
        PUT     /both    | -                              | 415 | Accept: application/json, application/xml
        PUT     /both    | application/xml                | 200 | X-Ran: xml
        GET     /actions | -                              | 405 | Allow: OPTIONS, POST
        OPTIONS /actions | -                              | 200 | Allow: OPTIONS, POST | Accept-Post: application/json, text/csv
        POST    /actions | -                              | 415 | Accept: application/json, text/csv
        """;

    public static TheoryData<string, string> Ways => new()
    {
        { "automatic", "Production" }, { "explicit", "Production" }, { "behind", "Production" }, { "automatic", "Development" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Are_answered_by_the_table(string routing, string environment)
    {
        await using var app = await StartAsync(routing, environment);
        var prefix = routing == "behind" ? "/behind" : "";
        foreach (var cells in TextTable.RowsOf(Requests).Skip(1))
        {
            var request = cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            using var connection = app.Connect();
            var answer = await connection.AskAsync(
                $"{request[0]} {prefix}{request[1]} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                + (cells[1] == "-" ? "" : $"Content-Type: {cells[1]}\r\n") + "\r\n{}");
            Assert.Equal((cells[0], cells[2]), (cells[0], $"{answer.Status}"));
            Assert.All(cells[3..], field => Assert.Equal(field, $"{field.Split(": ")[0]}: {answer[field.Split(": ")[0]]}"));
            Assert.DoesNotContain("Ambiguous", answer.Body);
        }
    }

    [Fact]
    public async Task Fail_as_ever_where_they_are_left_alone()
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapPost("/write", () => "json").Accepts<object>("application/json").DisableStatute();
                app.MapPost("/write", () => "xml").Accepts<object>("application/xml").DisableStatute();
            });
        using var connection = app.Connect();
        var answer = await connection.AskAsync("POST /write HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
        Assert.Equal(500, answer.Status);
    }

    private static Task<RunningApp> StartAsync(string routing, string environment) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            TheseControllers.AddTo(builder.Services, typeof(ToldApartController));
        },
        app =>
        {
            app.UseStatute();
            if (routing == "behind")
            {
                app.UsePathBase("/behind");
            }

            if (routing != "automatic")
            {
                app.UseRouting();
            }

            app.MapPost("/write", (HttpResponse response) => Ran(response, "json")).Accepts<object>("application/json");
            app.MapPost("/write", (HttpResponse response) => Ran(response, "xml")).Accepts<object>("application/xml");
            app.MapPut("/both", (HttpResponse response) => Ran(response, "json")).Accepts<object>("application/json");
            app.MapPut("/both", (HttpResponse response) => Ran(response, "xml")).Accepts<object>("application/xml");
            app.MapGet("/both", (HttpResponse response) => Ran(response, "read"));
            app.MapControllers();
        },
        environment);

    private static void Ran(HttpResponse response, string what) => response.Headers["X-Ran"] = what;
}

/// <summary>Actions that only the media type tells apart.</summary>
[ApiController]
[Route("actions")]
public sealed class ToldApartController : ControllerBase
{
    [HttpPost, Consumes("application/json")]
    public string Json(Dictionary<string, string> content) => $"{content.Count}";

    [HttpPost, Consumes("text/csv")]
    public string Csv() => "csv";
}
