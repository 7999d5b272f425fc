using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Asked;

/// <summary>A hub beside held endpoints, with SignalR's own client.</summary>
public sealed class SignalRHub
{
    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Works_by_every_transport(HttpTransportType transport)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute().AddSignalR(),
            app =>
            {
                app.UseStatute();
                app.MapHub<Doubler>("/hub");
            });
        await using (var connection = new HubConnectionBuilder().WithUrl(new Uri(app.Http1, "/hub"), transport).Build())
        {
            var told = new TaskCompletionSource<int>();
            connection.On<int>("told", told.SetResult);
            await connection.StartAsync();
            Assert.Equal(42, await connection.InvokeAsync<int>(nameof(Doubler.Double), 21));
            Assert.Equal(21, await told.Task.WaitAsync(TimeSpan.FromSeconds(20)));
            await connection.StopAsync();
        }

        Assert.DoesNotContain(app.Log.Records, record => record.Level >= LogLevel.Warning || record.Text.Contains("Refused"));
    }

    private sealed class Doubler : Hub
    {
        public async Task<int> Double(int number)
        {
            await Clients.Caller.SendAsync("told", number);
            return 2 * number;
        }
    }
}
