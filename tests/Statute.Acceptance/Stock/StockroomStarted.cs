using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Statute.Acceptance.Stock;

public sealed class StockroomStarted(HeldStockroom started) : IClassFixture<HeldStockroom>
{
    [Theory]
    [InlineData("clerk:clerk", HttpStatusCode.OK)]
    [InlineData("manager:manager", HttpStatusCode.OK)]
    [InlineData("clerk:manager", HttpStatusCode.Unauthorized)]
    public async Task KnowsItsTwoUsers(string credentials, HttpStatusCode expected)
    {
        using var client = Client(started.Address, credentials);
        using var answer = await client.GetAsync("/items");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("--as-written")]
    [InlineData]
    public async Task ASecondTimeFindsItsUsersAndItems(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        await using (var first = await StockroomProcess.StartAsync(folder.Path, arguments))
        {
            using var client = Client(first.Address, "clerk:clerk");
            using var answer = await client.PostAsJsonAsync("/items", new { sku = "M8-20", name = "Bolt", qty = 40 });
            Assert.True(answer.IsSuccessStatusCode, $"{answer}");
        }
        var users = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "users"));
        await using (var second = await StockroomProcess.StartAsync(folder.Path, arguments))
        {
            using var client = Client(second.Address, "clerk:clerk");
            Assert.Contains("\"M8-20\"", await client.GetStringAsync("/items"), StringComparison.Ordinal);
        }
        Assert.Equal(users, await File.ReadAllBytesAsync(Path.Combine(folder.Path, "users")));
    }

    [Fact]
    public void TellsWhereItIsWhoMayUseItAndWhatToTry()
    {
        var said = started.Output;
        Assert.Contains(started.Data, said, StringComparison.Ordinal);
        Assert.Contains("clerk (password clerk), manager (password manager", said, StringComparison.Ordinal);
        Assert.Contains($"curl -i -u clerk:clerk {started.Address}items", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribesItselfToAnybody()
    {
        using var client = new HttpClient { BaseAddress = started.Address };
        var description = await client.GetStringAsync("/openapi/v1.json");
        Assert.Contains("\"scheme\": \"basic\"", description, StringComparison.Ordinal);
    }

    private static HttpClient Client(Uri address, string credentials)
    {
        var client = new HttpClient { BaseAddress = address };
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);
        return client;
    }
}
