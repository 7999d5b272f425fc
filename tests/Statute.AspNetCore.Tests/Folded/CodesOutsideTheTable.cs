using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;
using Statute.Judging;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>Every code, with every kind of content, in both styles: it leaves by a row, and no client is left waiting.</summary>
public sealed class CodesOutsideTheTable : IAsyncLifetime
{
    private const int Large = 1024 * 1024;

    private static readonly int[] Codes =
    [
        200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 400, 401,
        402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 420, 421, 422, 423, 424,
        425, 426, 428, 429, 431, 444, 451, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521,
        522, 523, 524, 525, 526, 527, 528, 529, 530, 599, 999,
    ];

    private RunningApp _app = null!;

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var content in new[] { "empty", "text", "json", "problem", "large", "started", "completed" })
            {
                kinds.Add("minimal", content);
                kinds.Add("folded", content);
            }

            return kinds;
        }
    }

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddControllers().AddApplicationPart(typeof(FoldedController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.MapPost(
                "/minimal/{code}/{content}",
                (int code, string content, HttpContext context) => AnswerAsync(context, code, content));
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Leave_by_a_row(string twin, string content)
    {
        var wrong = new List<string>();
        foreach (var code in Codes)
        {
            using var connection = _app.Connect();
            if (HasNoContent(code) && content is not "empty" and not "completed")
            {
                // Kestrel itself fails a handler that writes content where there can be none.
                continue;
            }

            var expected = Judge.Answer(new AnswerFacts { Table = StatusTable.Default, Status = code });
            var answer = await connection.AskAsync(
                $"POST /{twin}/{code}/{content} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            var fault = answer.Status != expected ? $"is {answer.StatusLine}, not {expected}" : FaultOf(answer, content);
            if (fault is not null)
            {
                wrong.Add($"{code}: {fault}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    internal static async Task AnswerAsync(HttpContext context, int code, string content)
    {
        var response = context.Response;
        response.StatusCode = code;
        response.Headers.Location = "/elsewhere";
        switch (content)
        {
            case "text":
                await response.WriteAsync("words");
                break;
            case "json":
                await response.WriteAsJsonAsync(new { code = "E1" });
                break;
            case "problem":
                await TypedResults.Problem("Ask again.", statusCode: code, type: "https://example.com/own").ExecuteAsync(context);
                break;
            case "large":
                for (var sent = 0; sent < Large; sent += 64 * 1024)
                {
                    await response.Body.WriteAsync(new byte[64 * 1024]);
                }

                break;
            case "started":
                await response.StartAsync();
                await response.WriteAsync("words");
                break;
            case "completed":
                await response.CompleteAsync();
                break;
        }
    }

    private static bool HasNoContent(int code) => code is 204 or 205 or 304;

    /// <summary>What is wrong with the content; null for nothing.</summary>
    private static string? FaultOf(RawAnswer answer, string content)
    {
        if (answer.Status < 400)
        {
            var length = content switch
            {
                "empty" or "completed" => 0,
                "text" or "started" => 5,
                "json" => 13,
                "large" => Large,
                _ => answer.Body.Length,
            };
            return answer["Location"] != "/elsewhere" ? "lost Location"
                : answer.Body.Length != length ? $"has {answer.Body.Length} bytes"
                : null;
        }

        if (answer["Content-Type"] != "application/problem+json" || answer.Problem("status") != $"{answer.Status}")
        {
            return "is no problem";
        }

        return (answer.Status, content) switch
        {
            ( < 500, "json") when answer.Problem("code") != "E1" => "lost its member",
            ( < 500, "problem") when answer.Problem("type") != "https://example.com/own" => "lost its type",
            ( >= 500, "json") when answer.Problem("code") is not null => "says a member of a 5xx",
            _ => null,
        };
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("folded/{code}/{content}")]
public sealed class FoldedController : ControllerBase
{
    [HttpPost]
    public Task Answer(int code, string content) => CodesOutsideTheTable.AnswerAsync(HttpContext, code, content);
}
