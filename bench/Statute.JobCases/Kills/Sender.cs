using System.Net;
using System.Net.Sockets;
using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>
/// Sends one request after the other. One in two has a key; it is sent again where no answer has come, and sometimes where one has, now and
/// then twice or three times at once, and its key with another request. One in two is followed to the end of its job, so that what waits
/// does not grow without bound.
/// </summary>
internal sealed class Sender(int number, int seed, Stage stage, Ledger ledger, HttpClient client)
{
    private const int Items = 20;

    // Not HashCode: it is another one in each process.
    private readonly Random _random = new(unchecked((seed * 397) + number));
    private readonly List<Submission> _acknowledged = [];
    private int _made;

    internal async Task SendAsync()
    {
        var submission = Next();
        while (await stage.AddressAsync() is { } address)
        {
            var copies = submission.Key != null && _random.Next(4) == 0 ? _random.Next(2, 4) : 1;
            var sendings = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => TrySendAsync(address, submission)));
            var job = sendings.Select(sending => sending.Job).FirstOrDefault(job => job != null);
            if (job != null && _random.Next(2) == 0)
            {
                await FollowAsync(address, job);
            }

            submission = sendings.Any(sending => sending.Fault != null) ? Next() : After(submission, isAcknowledged: job != null);
        }
    }

    private Submission After(Submission submission, bool isAcknowledged)
    {
        if (submission.Key == null || submission.MisusesKey)
        {
            return Next();
        }

        if (!isAcknowledged)
        {
            return submission;
        }

        _acknowledged.Add(submission);
        return _random.Next(8) switch
        {
            0 or 1 => submission,
            2 => Earlier(),
            3 => Earlier().Misuse(NextTag()),
            _ => Next(),
        };
    }

    // Its process may have been killed long ago.
    private Submission Earlier() => _acknowledged[_random.Next(_acknowledged.Count)];

    private Submission Next()
    {
        var tag = NextTag();
        return new() { Item = $"item-{_random.Next(Items)}", Tag = tag, Key = _random.Next(2) == 0 ? tag : null };
    }

    private string NextTag() => $"{seed}-{number}-{++_made}";

    private async Task<Sending> TrySendAsync(Uri address, Submission submission)
    {
        var sending = ledger.Send(submission);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, submission.Target));
        if (submission.Key != null)
        {
            request.Headers.Add("Idempotency-Key", $"\"{submission.Key}\"");
        }

        try
        {
            using var answer = await client.SendAsync(request);
            return ledger.End(sending, await Reply.ReadAsync(answer));
        }
        catch (Exception fault) when (IsCutOff(fault))
        {
            return ledger.End(sending, null);
        }
        catch (Exception fault)
        {
            return ledger.End(sending, new(0) { Content = fault.Message });
        }
    }

    private async Task FollowAsync(Uri address, string job)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"/jobs/{job}"));
        request.Headers.Add("Prefer", "wait=20");
        try
        {
            using var answer = await client.SendAsync(request);
            var content = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.OK && Enum.TryParse<JobState>(Reply.Member(content, "status"), out var state))
            {
                ledger.Show(job, state);
            }
            else
            {
                ledger.Report($"The monitor of the acknowledged job {job} was answered {(int)answer.StatusCode}: {content}");
            }
        }
        catch (Exception fault) when (IsCutOff(fault))
        {
            // It is looked for at the end.
        }
        catch (Exception fault)
        {
            ledger.Report($"The monitor of the acknowledged job {job} was not answered: {fault.Message}");
        }
    }

    // Of a connection that ends while it is made, HttpClient says so by the socket's own exception.
    private static bool IsCutOff(Exception fault) => fault is HttpRequestException or IOException or SocketException;
}
