using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>Exchanges are pooled; what one request says never reaches another.</summary>
public sealed class ManyAtOnce
{
    private const int Requests = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_has_its_own_answer(int http)
    {
        await using var app = await RunningApp.StartAsync(builder => builder.Services.AddStatute(), Map);
        var client = http == 1 ? app.Client : app.Http2Client;
        var wrong = new List<string>();
        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, token) =>
        {
            var (path, status) = (i % 4) switch
            {
                0 => ($"/passes/{i}", 200),
                1 => ($"/refuses/{i}", 409),
                2 => ($"/writes-and-fails/{i}", 500),
                _ => ($"/nowhere/{i}", 404),
            };
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), token);
            var body = await answer.Content.ReadAsStringAsync(token);
            var isOwn = status is 404 or 500 || body.Contains($"<{i}>", StringComparison.Ordinal);
            if ((int)answer.StatusCode != status || !isOwn || (status == 500 && body.Contains('<')))
            {
                lock (wrong)
                {
                    wrong.Add($"{path}: {(int)answer.StatusCode} {body}");
                }
            }
        });
        Assert.Empty(wrong);
    }

    private static void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapGet("/passes/{i:int}", async (int i) =>
        {
            await Task.Yield();
            return $"<{i}>";
        });
        app.MapGet("/refuses/{i:int}", (int i) => Results.Json(new { own = $"<{i}>" }, statusCode: 409));
        app.MapGet("/writes-and-fails/{i:int}", async (int i, HttpResponse response) =>
        {
            response.StatusCode = 400;
            await response.WriteAsync($"<{i}>");
            throw new InvalidOperationException($"after words {Canary.Mark}");
        });
    }
}
