using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class AppWithAScheme
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keeps_it_and_does_not_look_at_the_file(bool before)
    {
        await using var app = new BasicApp();
        app.Services = services =>
        {
            if (before)
            {
                services.AddAuthentication().AddCookie();
            }

            services.AddBasicFallbackOf(app.PasswordFile + ".missing");
            if (!before)
            {
                services.AddAuthentication().AddCookie();
            }

            services.AddSingleton<Names>();
        };
        await app.StartAsync();
        Assert.Equal([CookieAuthenticationDefaults.AuthenticationScheme], await app.Get<Names>().AllAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task That_is_Basic_keeps_its_own_file(bool before)
    {
        await using var app = new BasicApp();
        app.Services = services =>
        {
            if (before)
            {
                services.AddAuthentication().AddBasic(app.PasswordFile);
            }

            services.AddBasicFallbackOf(app.PasswordFile + ".missing");
            if (!before)
            {
                services.AddAuthentication().AddBasic(app.PasswordFile);
            }
        };
        await app.StartAsync();
        using var answer = await app.GetAsync("bob", "builder");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private sealed class Names(IAuthenticationSchemeProvider schemes)
    {
        public async Task<string[]> AllAsync() => [.. (await schemes.GetAllSchemesAsync()).Select(scheme => scheme.Name)];
    }
}
