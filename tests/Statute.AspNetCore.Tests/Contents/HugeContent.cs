using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Content that is made to be dear: nested without end, or one number of ten million digits.</summary>
public sealed class HugeContent : IAsyncLifetime
{
    /// <summary>A cost that grows with the square of the length would be some thousand times that of plain content.</summary>
    private const int MostTimes = 20;

    private RunningApp _app = null!;

    public static TheoryData<string, string, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int, int>();
            foreach (var twin in new[] { "minimal", "controlled" })
            {
                cases.Add(twin, "nested", 5_000, 400);
                cases.Add(twin, "digits", 10_000_000, 422);
                cases.Add(twin, "fraction", 10_000_000, 200);
                cases.Add(twin, "names", 200_000, 200);
            }

            return cases;
        }
    }

    public async ValueTask InitializeAsync() => _app = await ParcelApi.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Costs_no_more_than_its_size(string twin, string kind, int size, int status)
    {
        var content = Encoding.ASCII.GetBytes(Made(kind, size));
        var plain = Encoding.ASCII.GetBytes($"{{\"sku\":\"A-1\",\"qty\":1,\"unknown\":\"{new string('x', content.Length)}\"}}");
        Assert.Equal(200, await SendAsync(twin, plain));
        Assert.Equal(status, await SendAsync(twin, content));

        var (plainCost, cost) = (await CostAsync(twin, plain), await CostAsync(twin, content));
        Assert.True(cost < (plainCost * MostTimes) + TimeSpan.FromSeconds(1), $"{cost} is too much beside {plainCost}.");
    }

    /// <summary>Of a content that is too long to be searched, the first fault is named.</summary>
    [Theory]
    [InlineData("minimal")]
    [InlineData("controlled")]
    public async Task Has_its_first_fault_told(string twin)
    {
        var numbers = string.Join(',', Enumerable.Repeat("1", 700_000));
        var content = $"{{\"unknown\":[{numbers}],\"sku\":\"A-1\",\"qty\":\"many\",\"weight\":\"x\"}}";
        using var body = new StringContent(content, Encoding.UTF8, "application/json");
        using var answer = await _app.Client.PostAsync(new Uri(_app.Http1, $"/{twin}/parcels"), body);
        var errors = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("errors");
        var error = Assert.Single(errors.EnumerateArray());
        Assert.Equal(
            ("#/qty", "The value is 'many', which does not fit."),
            (error.GetProperty("pointer").GetString(), error.GetProperty("detail").GetString()));
    }

    private static string Made(string kind, int size) => kind switch
    {
        "nested" => $"{{\"sku\":\"A-1\",\"qty\":1,\"unknown\":{new string('[', size)}{new string(']', size)}}}",
        "digits" => $"{{\"sku\":\"A-1\",\"qty\":{new string('9', size)}}}",
        "fraction" => $"{{\"sku\":\"A-1\",\"qty\":1,\"weight\":0.{new string('3', size)}}}",
        _ => $"{{\"sku\":\"A-1\",\"qty\":1,\"unknown\":{{{string.Join(',', Enumerable.Range(0, size).Select(i => $"\"n{i}\":0"))}}}}}",
    };

    private async Task<TimeSpan> CostAsync(string twin, byte[] content)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            await SendAsync(twin, content);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private async Task<int> SendAsync(string twin, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _app.Client.PostAsync(new Uri(_app.Http1, $"/{twin}/parcels"), body);
        return (int)answer.StatusCode;
    }
}
