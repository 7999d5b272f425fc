using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Statute.Adoption.Store;

/// <summary>How the store's own tests ask it.</summary>
internal static class StoreClient
{
    /// <summary>A client that follows no redirects, signed in as somebody whose password is the name; or not signed in.</summary>
    internal static async Task<HttpClient> ClientAsync(this RunningStore store, string? user = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = store.Address };
        if (user is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await store.TokenOfAsync(user));
        }

        return client;
    }

    /// <summary>The content as JSON.</summary>
    internal static Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();

    internal static HttpRequestMessage With(this HttpRequestMessage request, string field, string value)
    {
        request.Headers.TryAddWithoutValidation(field, value);
        return request;
    }
}
