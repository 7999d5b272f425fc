using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class AppWithoutAScheme
{
    [Fact]
    public async Task Gets_Basic_as_its_default()
    {
        await using var app = new BasicApp();
        app.Services = services => services.AddBasicFallbackOf(app.PasswordFile, "fallback");
        await app.StartAsync();
        using var right = await app.GetAsync("alice", "wonder", "/manager");
        using var missing = await app.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal("realm=\"fallback\", charset=\"UTF-8\"", missing.Headers.WwwAuthenticate.Single().Parameter);
    }

    [Fact]
    public async Task Follows_the_clock_of_its_services()
    {
        await using var app = new BasicApp();
        app.Services = services => services.AddBasicFallbackOf(app.PasswordFile);
        await app.StartAsync();
        using var first = await app.GetAsync("bob", "builder");
        app.Time.Advance(TimeSpan.FromMinutes(2));
        using var second = await app.GetAsync("bob", "builder");
        Assert.Equal(2, app.Hasher.Calls);
    }

    [Fact]
    public async Task Does_not_start_with_a_missing_file()
    {
        await using var app = new BasicApp();
        app.Services = services => services.AddBasicFallbackOf(app.PasswordFile + ".missing");
        await Assert.ThrowsAsync<OptionsValidationException>(app.StartAsync);
    }

    [Fact]
    public async Task Starts_without_a_file_and_has_no_scheme()
    {
        await using var app = new BasicApp();
        app.Services = services => services.AddBasicFallbackOf(null);
        await app.StartAsync();
        Assert.Equal("false", await app.Client.GetStringAsync("/open"));
    }
}
