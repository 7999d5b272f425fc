using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Statute.JobCases.Kills;

/// <summary>
/// Sends one request after the other. One in two has a key, and is sent again with it where no answer has come, and sometimes where one
/// has; one in two is followed to the end of its job, so that what waits does not grow without bound.
/// </summary>
internal sealed class Sender(int number, int seed, Stage stage, Ledger ledger, HttpClient client)
{
    private const int Items = 20;

    private readonly Random _random = new(HashCode.Combine(seed, number));
    private int _sent;

    internal async Task SendAsync()
    {
        var submission = Next();
        while (await stage.AddressAsync() is { } address)
        {
            ledger.Send(submission);
            await TrySendAsync(address, submission);
            if (submission.Job != null && _random.Next(2) == 0)
            {
                await FollowAsync(address, submission.Job);
            }

            var isRepeated = submission.Key != null && (submission.Job == null || _random.Next(4) == 0);
            submission = isRepeated ? submission.Again() : Next();
        }
    }

    private Submission Next()
    {
        _sent++;
        var tag = $"{seed}-{number}-{_sent}";
        return new() { Item = $"item-{_random.Next(Items)}", Tag = tag, Key = _random.Next(2) == 0 ? tag : null };
    }

    private async Task TrySendAsync(Uri address, Submission submission)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(address, $"/items/{submission.Item}/count?{StoreSnapshot.TagName}={submission.Tag}"));
        if (submission.Key != null)
        {
            request.Headers.Add("Idempotency-Key", $"\"{submission.Key}\"");
        }

        try
        {
            using var answer = await client.SendAsync(request);
            var content = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                ledger.Report($"A request was answered {(int)answer.StatusCode}: {content}");
                ledger.GiveUp();
                return;
            }

            ledger.Answer(submission, JsonElement.Parse(content).GetProperty("id").GetString()!);
        }
        catch (Exception fault) when (IsCutOff(fault))
        {
            ledger.GiveUp();
        }
    }

    private async Task FollowAsync(Uri address, string job)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"/jobs/{job}"));
        request.Headers.Add("Prefer", "wait=20");
        try
        {
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                ledger.Report($"The monitor of the acknowledged job {job} was answered {(int)answer.StatusCode}.");
            }
        }
        catch (Exception fault) when (IsCutOff(fault))
        {
            // It is looked for at the end.
        }
    }

    // Of a connection that ends while it is made, HttpClient says so by the socket's own exception.
    private static bool IsCutOff(Exception fault) => fault is HttpRequestException or IOException or SocketException;
}
