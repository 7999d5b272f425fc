using System.Net.Http.Headers;
using System.Text;

namespace Statute.Acceptance.Stock;

/// <summary>
/// The requests of docs/as-written.md by their names there. Each is sent about an item of its own, of which there are 40, and which has
/// been changed once; of a second item, <c>{sku}-B</c>, there are 40 too.
/// </summary>
internal static class AsWrittenRequests
{
    private const int PhotoLength = 2_000_000;

    public static readonly IReadOnlyDictionary<string, Func<string, HttpRequestMessage>> All =
        new Dictionary<string, Func<string, HttpRequestMessage>>
        {
            ["GET /items"] = _ => Get("/items"),
            ["GET /items without credentials"] = _ => Get("/items"),
            ["GET of an unknown path"] = _ => Get("/nowhere"),
            ["GET of a missing item"] = _ => Get("/items/NONE"),
            ["FOO /items"] = _ => new(new("FOO"), "/items"),
            ["DELETE /items"] = _ => new(HttpMethod.Delete, "/items"),
            ["DELETE of an item by a clerk"] = sku => new(HttpMethod.Delete, $"/items/{sku}"),
            ["POST /items, malformed JSON"] = sku => Post("/items", $$"""{"sku":"{{sku}}-C","name":"Bolt","qty":"""),
            ["POST /items, empty"] = _ => Post("/items", ""),
            ["POST /items, null"] = _ => Post("/items", "null"),
            ["POST /items, a text for the qty"] = sku => Post("/items", $$"""{"sku":"{{sku}}-C","name":"Bolt","qty":"many"}"""),
            ["POST /items, a qty below 0"] = sku => Post("/items", $$"""{"sku":"{{sku}}-C","name":"Bolt","qty":-1}"""),
            ["POST /items, text/plain"] = _ => Post("/items", "a bolt", "text/plain"),
            ["POST /items, a sku that exists"] = sku => Post("/items", Item(sku)),
            ["PUT of a missing item"] = _ => Put("/items/NONE", Item("NONE")),
            ["PUT of an item, If-Match of an old version"] = sku => Put($"/items/{sku}", Item(sku), ifMatch: "\"1\""),
            ["PUT of a photo, 2 MB with Content-Length"] = sku => PutPhoto(sku, chunked: false),
            ["PUT of a photo, 2 MB chunked"] = sku => PutPhoto(sku, chunked: true),
            ["POST /transfers, to the same item"] = sku => Post("/transfers", $$"""{"from":"{{sku}}","to":"{{sku}}","qty":1}"""),
            ["POST /transfers, from a missing item"] = sku => Post("/transfers", $$"""{"from":"NONE","to":"{{sku}}","qty":1}"""),
            ["POST /transfers, more than is there"] = sku => Post("/transfers", $$"""{"from":"{{sku}}","to":"{{sku}}-B","qty":41}"""),
            ["POST /labels, a short text"] = _ => Post("/labels", """{"text":"Bolt"}"""),
            ["GET /forecast"] = _ => Get("/forecast"),
            ["GET /billing/invoices"] = _ => Get("/billing/invoices"),
        };

    /// <summary>Sends a request about an item that nothing else is about.</summary>
    public static async Task<Answer> SendAsync(string name, Uri stockroom)
    {
        var sku = $"A-{Guid.NewGuid().ToString("N")[..20]}";
        using var clerk = new Caller(stockroom);
        await clerk.MustCreateAsync(sku, qty: 41);
        await clerk.MustCreateAsync($"{sku}-B");
        Assert.Equal(200, (await clerk.ReplaceAsync(sku, 40, ifMatch: null)).Status);
        using var caller = new Caller(stockroom, name.EndsWith("without credentials", StringComparison.Ordinal) ? null : "clerk:clerk");
        return await caller.SendAsync(All[name](sku));
    }

    private static StringContent Text(string content, string mediaType) => new(content, Encoding.UTF8, mediaType);

    private static string Item(string sku) => $$"""{"sku":"{{sku}}","name":"Bolt","qty":39}""";

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, string content, string mediaType = "application/json") =>
        new(HttpMethod.Post, path) { Content = Text(content, mediaType) };

    private static HttpRequestMessage Put(string path, string content, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = Text(content, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return request;
    }

    private static HttpRequestMessage PutPhoto(string sku, bool chunked)
    {
        var content = new ByteArrayContent(new byte[PhotoLength]);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        var request = new HttpRequestMessage(HttpMethod.Put, $"/items/{sku}/photo") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        return request;
    }
}
