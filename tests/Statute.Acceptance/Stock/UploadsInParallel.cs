using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Statute.Acceptance.Stock;

/// <summary>Two hundred photos of 1 MiB at a time: what is held of them stays within the budget, and the rest is to come back.</summary>
public sealed class UploadsInParallel(ITestOutputHelper output)
{
    private const int Uploads = 200;
    private const int WarmUp = 20;
    private const int WarmUpRounds = 5;
    private const int Length = 1024 * 1024;
    private const long Budget = 4 * 1024 * 1024;
    private const long Slack = 64 * 1024 * 1024;

    [Fact]
    public async Task TakeNoMoreMemoryThanTheBudgetAllows()
    {
        using var folder = new TemporaryFolder();
        await using var stockroom = await StockroomProcess.StartMeasuredAsync(folder.Path);
        using var client = stockroom.Client("clerk:clerk");
        using var item = await client.PostAsJsonAsync("/items", new { sku = "A-1", name = "Bolt", qty = 1 });
        Assert.True(item.IsSuccessStatusCode);
        // What is compiled and cached for the first hundred uploads is not held for those that come.
        for (var round = 0; round < WarmUpRounds; round++)
        {
            await PutAsync(client, WarmUp);
        }

        var idle = stockroom.WorkingSet;

        for (var run = 0; run < 3; run++)
        {
            var answers = await PutAsync(client, Uploads);
            var counts = answers.CountBy(status => status).ToDictionary();
            var peak = stockroom.PeakWorkingSet - idle;
            output.WriteLine($"{string.Join(", ", counts)}; peak {peak >> 20} MiB above idle {idle >> 20} MiB");
            Assert.InRange(counts[HttpStatusCode.OK], 1, Uploads);
            Assert.InRange(counts[HttpStatusCode.RequestEntityTooLarge], 1, Uploads);
            Assert.Equal(2, counts.Count);
            Assert.InRange(peak, 0, Budget + Slack);
        }
    }

    private static Task<HttpStatusCode[]> PutAsync(HttpClient client, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => PutOneAsync(client, number)));

    /// <summary>Each second one does not declare its length.</summary>
    private static async Task<HttpStatusCode> PutOneAsync(HttpClient client, int number)
    {
        using var content = new ByteArrayContent(new byte[Length]);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var request = new HttpRequestMessage(HttpMethod.Put, "/items/A-1/photo") { Content = content };
        request.Headers.TransferEncodingChunked = number % 2 == 1;
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.RequestEntityTooLarge)
        {
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        return answer.StatusCode;
    }
}
