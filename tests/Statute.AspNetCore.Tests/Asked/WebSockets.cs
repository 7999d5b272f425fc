using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Asked;

/// <summary>A WebSocket of a held endpoint: by Upgrade and 101 on HTTP/1.1, by CONNECT and 200 on HTTP/2 (RFC 8441).</summary>
public sealed class WebSockets
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Carry_messages_under_fold(int version)
    {
        await using var app = await StartAsync(StatuteProfile.Fold);
        using var socket = new ClientWebSocket();
        socket.Options.HttpVersion = new Version(version, version == 1 ? 1 : 0);
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var handler = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(handler);
        var address = new UriBuilder(version == 1 ? app.Http1 : app.Http2) { Scheme = "ws", Path = "/echo" }.Uri;
        await socket.ConnectAsync(address, invoker, CancellationToken.None);
        foreach (var text in new[] { "one", "two" })
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            Assert.Equal(text, await ReceiveAsync(socket));
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task Are_not_heard_of_under_strict()
    {
        await using var app = await StartAsync(StatuteProfile.Strict);
        using var connection = app.Connect();
        var answer = await connection.AskAsync(
            "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        Assert.Equal((400, "/problems/400"), (answer.Status, answer.Problem("type")));
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private static Task<RunningApp> StartAsync(StatuteProfile profile) => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(options => options.Profile = profile),
        app =>
        {
            app.UseStatute();
            app.UseWebSockets();
            app.Map("/echo", (Delegate)EchoAsync);
        });

    private static async Task<IResult> EchoAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return TypedResults.BadRequest();
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[100];
        for (var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
             part.MessageType != WebSocketMessageType.Close;
             part = await socket.ReceiveAsync(buffer, CancellationToken.None))
        {
            await socket.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, CancellationToken.None);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return TypedResults.Empty;
    }
}
