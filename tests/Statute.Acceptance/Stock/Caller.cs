using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Statute.Acceptance.Stock;

/// <summary>Somebody who calls a stockroom; the clerk unless it is said otherwise, and nobody where there are no credentials.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _client;

    public Caller(Uri stockroom, string? credentials = "clerk:clerk")
    {
        _client = new HttpClient { BaseAddress = stockroom };
        if (credentials is not null)
        {
            var token = Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);
        }
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request);
            return await Answer.ReadAsync(answer);
        }
    }

    public Task<Answer> CreateAsync(string sku, int qty = 40) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, "/items") { Content = ItemOf(sku, qty) });

    /// <summary>Creates what a test needs and is not about.</summary>
    public async Task<Answer> MustCreateAsync(string sku, int qty = 40)
    {
        var created = await CreateAsync(sku, qty);
        Assert.True(created.IsSuccess, created.ToString());
        return created;
    }

    public Task<Answer> ReplaceAsync(string sku, int qty, string? ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/items/{sku}") { Content = ItemOf(sku, qty) };
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        return SendAsync(request);
    }

    public Task<Answer> GetAsync(string path, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (ifNoneMatch is not null)
        {
            request.Headers.Add("If-None-Match", ifNoneMatch);
        }

        return SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private static JsonContent ItemOf(string sku, int qty) => JsonContent.Create(new { sku, name = "Bolt", qty });
}
