using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class PlainHttp
{
    [Fact]
    public async Task Beyond_loopback_is_warned_of_with_address_and_cure()
    {
        await using var app = new BasicApp { Url = "http://0.0.0.0:0" };
        await app.StartAsync();
        var warning = Assert.Single(app.Logs.At(LogLevel.Warning), text => text.Contains("Basic", StringComparison.Ordinal));
        Assert.Contains($"http://0.0.0.0:{app.Client.BaseAddress!.Port}", warning);
        Assert.Contains("Listen on https", warning);
    }

    [Fact]
    public async Task On_loopback_is_not_warned_of()
    {
        await using var app = await new BasicApp().StartAsync();
        Assert.Empty(app.Logs.At(LogLevel.Warning));
    }

    [Fact]
    public async Task Without_Basic_is_not_warned_of()
    {
        await using var app = new BasicApp { Url = "http://0.0.0.0:0" };
        app.Services = services => services.AddBasicFallbackOf(null);
        await app.StartAsync();
        Assert.DoesNotContain(app.Logs.At(LogLevel.Warning), text => text.Contains("Basic", StringComparison.Ordinal));
    }
}
