using System.Net;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class RememberedSuccess
{
    [Fact]
    public async Task Is_not_hashed_again_before_its_time_is_over()
    {
        await using var app = await new BasicApp().StartAsync();
        await PassAsync(app, "bob", "builder");
        app.Time.Advance(TimeSpan.FromSeconds(59));
        await PassAsync(app, "bob", "builder");
        Assert.Equal(1, app.Hasher.Calls);

        app.Time.Advance(TimeSpan.FromSeconds(1));
        await PassAsync(app, "bob", "builder");
        Assert.Equal(2, app.Hasher.Calls);
    }

    [Fact]
    public async Task Does_not_let_another_password_or_name_pass()
    {
        await using var app = await new BasicApp().StartAsync();
        await PassAsync(app, "bob", "builder");
        foreach ((var name, var password) in new[] { ("bob", "builde"), ("alice", "builder"), ("bo", "b:builder") })
        {
            using var answer = await app.GetAsync(name, password);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(4, app.Hasher.Calls);
    }

    [Fact]
    public async Task Makes_place_for_a_newer_one_when_all_places_are_taken()
    {
        await using var app = new BasicApp { Options = options => options.MaxCached = 1 };
        await app.StartAsync();
        await PassAsync(app, "bob", "builder");
        await PassAsync(app, "alice", "wonder");
        await PassAsync(app, "alice", "wonder");
        Assert.Equal(2, app.Hasher.Calls);
        await PassAsync(app, "bob", "builder");
        Assert.Equal(3, app.Hasher.Calls);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(60, 0)]
    public async Task Is_turned_off_by_zero(int seconds, int places)
    {
        await using var app = new BasicApp
        {
            Options = options => (options.CacheFor, options.MaxCached) = (TimeSpan.FromSeconds(seconds), places),
        };
        await app.StartAsync();
        await PassAsync(app, "bob", "builder");
        await PassAsync(app, "bob", "builder");
        Assert.Equal(2, app.Hasher.Calls);
    }

    [Fact]
    public async Task Is_forgotten_when_the_file_changes()
    {
        await using var app = await new BasicApp().StartAsync();
        await PassAsync(app, "bob", "builder");
        await File.AppendAllTextAsync(app.PasswordFile, "# a comment\n");
        await PassAsync(app, "bob", "builder");
        Assert.Equal(2, app.Hasher.Calls);
    }

    private static async Task PassAsync(BasicApp app, string name, string password)
    {
        using var answer = await app.GetAsync(name, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
