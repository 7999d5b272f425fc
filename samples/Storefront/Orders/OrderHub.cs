using Microsoft.AspNetCore.SignalR;

namespace Storefront.Orders;

/// <summary>Tells of orders as they are placed, and passes words between those who watch.</summary>
public sealed class OrderHub : Hub
{
    public Task Say(string words) => Clients.All.SendAsync("said", words);

    public int Add(int left, int right) => left + right;
}
