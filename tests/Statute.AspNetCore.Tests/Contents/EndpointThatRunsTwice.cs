using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>A middleware of the application runs an endpoint again that has failed: it gets the same request, and nothing else.</summary>
public sealed class EndpointThatRunsTwice : IAsyncLifetime
{
    private const int Others = 40;

    private RunningApp _app = null!;

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var twin in new[] { "minimal", "repeated" })
            {
                foreach (var retry in new[] { "plain", "buffering", "restoring" })
                {
                    cases.Add(twin, retry, "declared");
                    cases.Add(twin, retry, "chunked");
                }
            }

            return cases;
        }
    }

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddSingleton<Failures>();
            builder.Services.AddControllers().AddApplicationPart(typeof(RepeatedController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.Use(RetryAsync);
            app.MapPost("/other", (Note note) => note);
            app.MapPost("/minimal/note", (Note note, HttpRequest request, Failures failures) => failures.Once(note, request));
            app.MapPost(
                "/minimal/wrong",
                (Note note, HttpRequest request, Failures failures) => failures.OnceRefused(request) ?? TypedResults.Ok(note));
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gets_its_own_content_again_and_nobody_elses(string twin, string retry, string framing)
    {
        // What others have sent stands in the buffers of the pool.
        await Task.WhenAll(Enumerable.Range(10, Others).Select(number => SendAsync("other", $"secret-of-others-{number}", retry, framing)));
        var (status, answer) = await SendAsync($"{twin}/note", "text-of-this-one-17", retry, framing);
        Assert.Equal((200, """{"text":"text-of-this-one-17"}"""), (status, answer));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Holds_its_content_once(string twin, string retry, string framing)
    {
        var failures = _app.Services.GetRequiredService<Failures>();
        await SendAsync($"{twin}/note", new string('x', 5000), retry, framing);
        Assert.Equal(2, failures.Free.Count);
        Assert.Single(failures.Free.Distinct());
        var budget = _app.Services.GetRequiredService<ContentBudget>();
        await Until.TrueAsync(() => budget.Free == budget.Size);
    }

    [Fact]
    public async Task Is_not_refused_for_what_it_refused_before()
    {
        var (status, answer) = await SendAsync("minimal/wrong", "fine", "conflict", "declared");
        Assert.Equal((200, """{"text":"fine"}"""), (status, answer));
    }

    private async Task<(int Status, string Answer)> SendAsync(string path, string text, string retry, string framing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new Note(text)) };
        if (framing == "declared")
        {
            await request.Content.LoadIntoBufferAsync();
        }

        request.Headers.Add("X-Retry", retry);
        using var answer = await _app.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task RetryAsync(HttpContext context, RequestDelegate next)
    {
        var retry = context.Request.Headers["X-Retry"].ToString();
        var content = context.Request.Body;
        if (retry is "buffering" or "restoring")
        {
            context.Request.EnableBuffering();
            content = context.Request.Body;
        }

        try
        {
            await next(context);
        }
        catch (TimeoutException)
        {
            if (retry == "restoring")
            {
                context.Request.Body = content;
            }

            if (retry is "buffering" or "restoring")
            {
                context.Request.Body.Position = 0;
            }

            await next(context);
        }

        if (retry == "conflict" && context.Response.StatusCode == StatusCodes.Status409Conflict)
        {
            await next(context);
        }
    }

    public sealed record Note(string Text);

    /// <summary>Fails each request's first run.</summary>
    public sealed class Failures(IServiceProvider services)
    {
        private readonly HashSet<string> _seen = [];

        /// <summary>What was free of the budget in each run since the last success but one.</summary>
        public List<long> Free { get; } = [];

        public Note Once(Note note, HttpRequest request)
        {
            // Whoever checks a signature reads the content once more.
            using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
            _ = reader.ReadToEndAsync().GetAwaiter().GetResult();
            Free.Add(services.GetRequiredService<ContentBudget>().Free);
            return _seen.Add(request.HttpContext.TraceIdentifier) ? throw new TimeoutException(Canary.Mark) : note;
        }

        public IResult? OnceRefused(HttpRequest request) => _seen.Add(request.HttpContext.TraceIdentifier)
            ? new Refusal(StatusCodes.Status409Conflict, "It was too early.", "too-early")
            : null;
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("repeated")]
public sealed class RepeatedController(EndpointThatRunsTwice.Failures failures) : ControllerBase
{
    [HttpPost("note")]
    public EndpointThatRunsTwice.Note Note(EndpointThatRunsTwice.Note note) => failures.Once(note, Request);
}
