using System.Net;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class UnknownUser
{
    [Fact]
    public async Task Costs_the_same_hash_calls_as_a_wrong_password()
    {
        await using var app = await new BasicApp().StartAsync();
        Assert.Equal(1, await CallsFor(app, "bob", "wrong"));
        Assert.Equal(1, await CallsFor(app, "stranger", "wrong"));
        Assert.Equal(1, await CallsFor(app, "stranger", "wrong"));
        Assert.Equal(1, await CallsFor(app, "bob", "wrong"));
    }

    [Fact]
    public async Task Is_verified_against_a_hash_of_the_same_parameters()
    {
        await using var app = new BasicApp();
        app.Write(UserLine.Of("alice", "wonder", iterations: 4321), UserLine.Of("bob", "builder", iterations: 4321));
        await app.StartAsync();
        await CallsFor(app, "bob", "wrong");
        await CallsFor(app, "stranger", "wrong");
        Assert.Equal([4321, 4321], app.Hasher.IterationsSeen);
    }

    [Fact]
    public async Task Costs_the_same_each_time_where_hashes_differ()
    {
        await using var app = new BasicApp();
        app.Write([.. Enumerable.Range(10, 20).Select(n => UserLine.Of($"user{n}", "x", iterations: n))]);
        await app.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await CallsFor(app, "stranger", "wrong");
        }

        Assert.Single(app.Hasher.IterationsSeen.Distinct());
    }

    [Theory]
    [InlineData("wonder")]
    [InlineData("builder")]
    [InlineData("")]
    public async Task Never_passes_with_the_password_of_another(string password)
    {
        await using var app = await new BasicApp().StartAsync();
        foreach (var name in new[] { "stranger", "ALICE", "", "alice ", "#alice" })
        {
            using var answer = await app.GetAsync(name, password);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Is_answered_as_a_wrong_password_is()
    {
        await using var app = await new BasicApp().StartAsync();
        using var wrong = await app.GetAsync("bob", "wrong");
        using var unknown = await app.GetAsync("stranger", "wrong");
        unknown.Headers.Date = wrong.Headers.Date;
        Assert.Equal(wrong.ToString(), unknown.ToString());
        Assert.Equal(wrong.ReasonPhrase, unknown.ReasonPhrase);
    }

    [Fact]
    public async Task Is_refused_where_the_file_has_no_users()
    {
        await using var app = new BasicApp();
        app.Write("# nobody yet");
        await app.StartAsync();
        using var answer = await app.GetAsync("stranger", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<int> CallsFor(BasicApp app, string name, string password)
    {
        var before = app.Hasher.Calls;
        using var answer = await app.GetAsync(name, password);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return app.Hasher.Calls - before;
    }
}
