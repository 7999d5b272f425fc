using System.Net.Http.Headers;
using System.Text;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>
/// Two thousand contents made of valid ones by chance (the seed is fixed): each is in order, malformed or invalid, and none fails.
/// </summary>
public sealed class MutatedContent(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Seed = 20261124;
    private const int Count = 2_000;

    private static readonly string[] Valid =
    [
        """{"sku":"A-1","qty":1}""",
        """{"sku":"B-22","qty":1000,"note":"fragile","weight":1.25,"price":9.99,"fragile":true}""",
        """{"sku":"C","qty":5,"due":"2026-11-24","id":"0f8fad5b-d9cb-469f-a165-70867728950e","color":"Green"}""",
        """{"sku":"D-4","qty":7,"sent-to":{"street":"Long Road 5","zip":"12345"},"lines":[{"qty":1},{"qty":9}],"tags":{"a":1,"b":2}}""",
    ];

    // Other values for values that are there: most keep to the constraints, or break them, or are of another type.
    private static readonly (string From, string[] To)[] Values =
    [
        ("\"qty\":1",
            ["\"qty\":2", "\"qty\":999", "\"qty\":0", "\"qty\":-1", "\"qty\":1.5", "\"qty\":\"x\"", "\"qty\":null", "\"qty\":[]"]),
        ("\"sku\":\"", ["\"sku\":\"X", "\"sku\":\"Y-", "\"sku\":\"x", "\"sku\":\"TOO-LONG-", "\"unknown\":1,\"sku\":\""]),
        ("\"qty\":5", ["\"qty\":6", "\"qty\":50", "\"qty\":5000", "\"qty\":5e99", "\"qty\":true"]),
        ("\"qty\":7", ["\"qty\":8", "\"qty\":{}", "\"qty\":7,\"more\":[1,[2,{}]]"]),
        ("fragile\"", ["heavy\"", "much too long a note\"", "B\\u00f6lt\""]),
        ("1.25", ["0.5", "-3", "1e400", "\"heavy\"", "null"]),
        ("2026-11-24", ["2024-02-29", "2026-02-29", "tomorrow"]),
        ("Green", ["Red", "Blue", "green"]),
        ("12345", ["54321", "1", "123456"]),
        ("{\"qty\":9}", ["{\"qty\":3}", "{\"qty\":10}", "{}", "9", "{\"qty\":1},{\"qty\":1},{\"qty\":1}"]),
        ("\"b\":2", ["\"c\":2", "\"b\":\"x\"", "\"a\":2"]),
    ];

    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ParcelApi.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Is_accepted_malformed_or_invalid_alike_in_both_styles_and_never_fails()
    {
        var chance = new Random(Seed);
        var counts = new SortedDictionary<int, int>();
        for (var i = 0; i < Count; i++)
        {
            var valid = Pick(chance, Valid);
            var content = chance.Next(100) < 46 ? Damage(chance, valid) : Encoding.UTF8.GetBytes(Vary(chance, valid));
            var minimal = await SendAsync("minimal", content);
            var controlled = await SendAsync("controlled", content);
            Assert.True(minimal == controlled, $"{Encoding.Latin1.GetString(content)}: minimal {minimal}, controller {controlled}");
            counts[minimal] = counts.GetValueOrDefault(minimal) + 1;
        }

        output.WriteLine(string.Join(", ", counts.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.Equal([200, 400, 422], counts.Keys);
        Assert.All(counts.Values, count => Assert.InRange(count, Count * 3 / 10, Count));
    }

    private async Task<int> SendAsync(string twin, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _app.Client.PostAsync(new Uri(_app.Http1, $"/{twin}/parcels"), body);
        return (int)answer.StatusCode;
    }

    /// <summary>One value becomes another.</summary>
    private static string Vary(Random chance, string content)
    {
        var fitting = Values.Where(value => content.Contains(value.From, StringComparison.Ordinal)).ToArray();
        var (from, to) = Pick(chance, fitting);
        var at = content.IndexOf(from, StringComparison.Ordinal);
        return $"{content[..at]}{Pick(chance, to)}{content[(at + from.Length)..]}";
    }

    /// <summary>One byte is lost, doubled or changed, or the end is missing.</summary>
    private static byte[] Damage(Random chance, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var at = chance.Next(bytes.Length);
        switch (chance.Next(4))
        {
            case 0:
                return [.. bytes[..at], .. bytes[(at + 1)..]];
            case 1:
                return [.. bytes[..at], bytes[at], .. bytes[at..]];
            case 2:
                bytes[at] = (byte)chance.Next(256);
                return bytes;
            default:
                return bytes[..at];
        }
    }

    private static T Pick<T>(Random chance, T[] all) => all[chance.Next(all.Length)];
}
