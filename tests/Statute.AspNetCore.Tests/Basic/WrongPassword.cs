using System.Net;
using System.Net.Sockets;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class WrongPassword
{
    [Fact]
    public async Task Is_never_remembered()
    {
        await using var app = await new BasicApp().StartAsync();
        for (var i = 1; i <= 3; i++)
        {
            using var answer = await app.GetAsync("bob", "wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal(i, app.Hasher.Calls);
        }
    }

    [Fact]
    public async Task Is_refused_without_reading_the_content()
    {
        await using var app = await new BasicApp().StartAsync();
        var wrong = Convert.ToBase64String("bob:wrong"u8);
        using var client = await app.ConnectAsync(
            $"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\nExpect: 100-continue\r\nAuthorization: Basic {wrong}\r\n\r\n");
        using var reader = new StreamReader(client.GetStream());
        // Kestrel says 100 Continue when somebody reads; nobody did.
        Assert.StartsWith("HTTP/1.1 401 ", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
