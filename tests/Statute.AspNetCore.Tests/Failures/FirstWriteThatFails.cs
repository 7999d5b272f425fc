using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>The answer was let pass, and the write of its first bytes fails: nothing has left, and it is refused.</summary>
public sealed class FirstWriteThatFails
{
    public static TheoryData<string> Ways =>
        ["/written-synchronously", "/flushed-synchronously", "/too-long", "/no-such-file", "/called-off", "/completed-by-a-failure"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Is_refused_as_any_failure(string path)
    {
        await using var app = await StartAsync(handlesErrors: false);
        foreach (var client in new[] { app.Client, app.Http2Client })
        {
            using var answer = await client.GetAsync(path);
            await IsOursAsync(answer);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Is_refused_where_the_application_answers_failures_in_words_and_a_code_of_its_own(string path)
    {
        await using var app = await StartAsync(handlesErrors: true);
        using var answer = await app.Client.GetAsync(path);
        // Who completes by a failure has thrown nothing; 418 folds into 400.
        Assert.Equal(path == "/completed-by-a-failure" ? 500 : 400, (int)answer.StatusCode);
        Assert.DoesNotContain("LEAK", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_refused_on_HEAD_as_on_GET()
    {
        await using var app = await StartAsync(handlesErrors: false);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/written-synchronously");
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Is_a_500_without_content_where_a_callback_of_the_start_is_what_fails()
    {
        await using var app = await StartAsync(handlesErrors: false);
        using var answer = await app.Client.GetAsync("/fails-to-start");
        Assert.Equal((500, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private static async Task IsOursAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("\"instance\":\"urn:uuid:", await answer.Content.ReadAsStringAsync());
    }

    private static Task<RunningApp> StartAsync(bool handlesErrors) => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            if (handlesErrors)
            {
                app.UseExceptionHandler(errors => errors.Run(context =>
                {
                    context.Response.StatusCode = 418;
                    return context.Response.WriteAsync("LEAK " + context.Features.Get<IExceptionHandlerFeature>()!.Error.Message);
                }));
            }

            app.MapMethods("/written-synchronously", ["GET"], (HttpContext c) => c.Response.Body.Write("x"u8));
            app.MapGet("/flushed-synchronously", (HttpContext c) => c.Response.Body.Flush());
            app.MapGet("/too-long", async (HttpContext c) =>
            {
                c.Response.ContentLength = 3;
                await c.Response.Body.WriteAsync(new byte[5]);
            });
            app.MapGet("/no-such-file", (HttpContext c) => c.Response.SendFileAsync("/nonexistent/secret.txt"));
            app.MapGet("/called-off", (HttpContext c) => c.Response.WriteAsync("words", new CancellationToken(canceled: true)));
            app.MapGet("/completed-by-a-failure", (HttpContext c) => c.Response.BodyWriter.Complete(new InvalidDataException("secret")));
            app.MapGet("/fails-to-start", (HttpContext c) =>
            {
                c.Response.OnStarting(() => throw new InvalidDataException("secret"));
                return c.Response.WriteAsync("words");
            });
        });
}
