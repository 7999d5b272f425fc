using System.Text.Json;

namespace Statute.Acceptance.Stock;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string StatusLine, string? MediaType, string? ETag, string Content)
{
    public const string Problem = "application/problem+json";

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The problem type, or null where the answer is no problem or its type is not given.</summary>
    public string? ProblemType => MediaType == Problem && Json.TryGetProperty("type", out var type) ? type.GetString() : null;

    public JsonElement Json => JsonElement.Parse(Content);

    /// <summary>What is known only inside; the credentials of the callers are in Base64, as they are sent.</summary>
    private static readonly string[] Canaries =
    [
        "   at ", "Exception", "SQLite", "EntityFramework", "Microsoft.", ".db", "Y2xlcms6Y2xlcms=", "bWFuYWdlcjptYW5hZ2Vy",
    ];

    public static async Task<Answer> ReadAsync(HttpResponseMessage message)
    {
        var answer = new Answer(
            (int)message.StatusCode,
            $"{(int)message.StatusCode} {message.ReasonPhrase}",
            message.Content.Headers.ContentType?.MediaType,
            message.Headers.ETag?.ToString(),
            await message.Content.ReadAsStringAsync());
        foreach (var canary in Canaries)
        {
            Assert.DoesNotContain(canary, $"{message.Headers}{message.Content.Headers}{answer.Content}", StringComparison.Ordinal);
        }

        return answer;
    }
}
