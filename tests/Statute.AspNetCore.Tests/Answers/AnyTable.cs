using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>The words of every answer are the table's, whoever made the answer.</summary>
public sealed class AnyTable
{
    private const string SoldOut = "https://shop.example/sold-out";

    public static TheoryData<int> Abnormal => [.. StatusTable.Default.Rows.Where(r => r.Kind == RowKind.Abnormal).Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Abnormal))]
    public async Task Gives_its_message_to_what_a_handler_answers(int code)
    {
        await using var app = await StartAsync();
        var message = StatusTable.Default.Find(code)!.Message;
        foreach (var how in new[] { "bare", "problem", "text", "started", "json" })
        {
            using var connection = app.Connect();
            var answer = await connection.AskAsync($"GET /{how}/{code} HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal((how, $"HTTP/1.1 {code} {message}"), (how, answer.StatusLine));
            Assert.Equal((how, message, $"{code}"), (how, answer.Problem("title"), answer.Problem("status")));
            Assert.Equal("application/problem+json", answer["Content-Type"]);
            Assert.StartsWith("urn:uuid:", answer.Problem("instance"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Speaks_on_HTTP2_through_the_title()
    {
        await using var app = await StartAsync();
        using var answer = await app.Http2Client.GetAsync(new Uri("/bare/422", UriKind.Relative));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((422, "Unprocessable Entity"), ((int)answer.StatusCode, problem.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Changes_the_answer_when_its_file_is_edited()
    {
        var path = Path.GetTempFileName();
        var text = new StringBuilder("{ \"rows\": [");
        foreach (var row in StatusTable.Default.Rows)
        {
            var message = row.Code switch { 404 => "No Such Thing", 200 => "Quite All Right", _ => row.Message };
            var kind = row.Kind.ToString().ToLowerInvariant();
            text.Append($$"""{"code":{{row.Code}},"message":"{{message}}","kind":"{{kind}}","description":"Words."},""");
        }

        await File.WriteAllTextAsync(path, text.Append("] }").ToString());
        try
        {
            await using var app = await StartAsync(("Statute:TableFile", path));
            using var connection = app.Connect();
            var missing = await connection.AskAsync("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal(("HTTP/1.1 404 No Such Thing", "No Such Thing"), (missing.StatusLine, missing.Problem("title")));
            var fine = await connection.AskAsync("GET /fine HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal("HTTP/1.1 200 Quite All Right", fine.StatusLine);
            var alone = await connection.AskAsync("GET /alone HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal("HTTP/1.1 200 OK", alone.StatusLine);

            await using var observed = await StartAsync(("Statute:TableFile", path), ("Statute:Profile", "Observe"));
            using var free = observed.Connect();
            Assert.Equal("HTTP/1.1 200 OK", (await free.AskAsync("GET /fine HTTP/1.1\r\nHost: localhost\r\n\r\n")).StatusLine);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Is_shown_on_the_page_that_each_type_leads_to()
    {
        await using var app = await StartAsync();
        foreach (var path in ProblemTypes.All.Select(t => t.Name()).Append("409").Select(name => $"/problems/{name}"))
        {
            using var page = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
            var text = await page.Content.ReadAsStringAsync();
            Assert.Equal((path, 200, "text/html"), (path, (int)page.StatusCode, page.Content.Headers.ContentType?.MediaType));
            Assert.Matches(new Regex("<h1[ >]"), text);
        }

        using var missing = await app.Client.GetAsync(new Uri("/problems/no-such-problem", UriKind.Relative));
        Assert.Equal(404, (int)missing.StatusCode);
    }

    [Fact]
    public async Task Has_its_incident_in_the_log_once()
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Single(app.Log.Records, record => record.Text.Contains(answer.Problem("instance")!));
    }

    [Fact]
    public async Task Keeps_the_words_that_are_the_applications_own()
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var json = await connection.AskAsync("GET /json/409 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(("17", "Conflict"), (json.Problem("number"), json.Problem("title")));

        var typed = await connection.AskAsync("GET /typed/409 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(SoldOut, typed.Problem("type"));
        Assert.Equal(("Sold out.", "Conflict"), (typed.Problem("detail"), typed.Problem("title")));

        var fault = await connection.AskAsync("GET /json/500 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Null(fault.Problem("number"));
    }

    [Fact]
    public async Task Types_begin_with_the_configured_address()
    {
        await using var app = await StartAsync(("Statute:ProblemBase", "https://api.example.com/v1/"), ("Statute:ProblemPath", "/faults"));
        using var connection = app.Connect();
        var answer = await connection.AskAsync("GET /nowhere HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n");
        Assert.Equal("https://api.example.com/v1/faults/not-found", answer.Problem("type"));
    }

    private static Task<RunningApp> StartAsync(params (string Key, string Value)[] settings) => RunningApp.StartAsync(
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
            builder.Services.AddStatute();
        },
        app =>
        {
            app.UseStatute();
            app.MapGet("/fine", () => "fine");
            app.MapGet("/alone", () => "fine").DisableStatute();
            app.MapGet("/bare/{code:int}", (int code) => Results.StatusCode(code));
            app.MapGet("/problem/{code:int}", (int code) => Results.Problem(statusCode: code, title: "Something else"));
            app.MapGet("/text/{code:int}", (int code) => Results.Text("words", statusCode: code));
            app.MapGet("/json/{code:int}", (int code) => Results.Json(new { number = 17 }, statusCode: code));
            app.MapGet("/typed/{code:int}", (int code) => Results.Problem("Sold out.", type: SoldOut, statusCode: code));
            app.MapGet("/started/{code:int}", async (int code, HttpResponse response) =>
            {
                response.StatusCode = code;
                await response.StartAsync();
                await response.WriteAsync("words");
                await response.CompleteAsync();
            });
        });
}
