using System.Net;
using System.Net.Sockets;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class ManyChecksAtOnce
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Never_exceed_the_places()
    {
        await using var app = new BasicApp { Options = options => options.MaxConcurrentChecks = 2 };
        app.Write(UserLine.Of("bob", "builder", iterations: 20_000));
        await app.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => app.GetAsync("bob", $"wrong{i}")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal(24, app.Hasher.Calls);
        Assert.InRange(app.Hasher.Peak, 1, 2);
    }

    [Fact]
    public async Task Of_one_right_password_are_one_check_where_there_is_one_place()
    {
        await using var app = new BasicApp { Options = options => options.MaxConcurrentChecks = 1 };
        await app.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.GetAsync("bob", "builder")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, app.Hasher.Calls);
    }

    [Fact]
    public async Task Do_not_keep_a_caller_waiting_who_has_gone()
    {
        using var hold = new ManualResetEventSlim();
        var holding = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        await using var app = new BasicApp { Options = options => options.MaxConcurrentChecks = 1 };
        app.Hasher.During = () =>
        {
            holding.TrySetResult();
            hold.Wait(Patience);
        };
        app.Before = async (context, next) =>
        {
            var isSecond = context.Request.Headers.ContainsKey("X-Second");
            try
            {
                if (isSecond)
                {
                    second.SetResult();
                }

                await next(context);
            }
            catch (OperationCanceledException) when (isSecond)
            {
                gone.SetResult();
            }
        };
        await app.StartAsync();

        var first = app.GetAsync("bob", "wrong");
        await holding.Task.WaitAsync(Patience);
        var field = $"Authorization: Basic {Convert.ToBase64String("bob:wrong"u8)}\r\n";
        using (var client = await app.ConnectAsync($"GET / HTTP/1.1\r\nHost: a\r\nX-Second: 1\r\n{field}\r\n"))
        {
            await second.Task.WaitAsync(Patience);
        }

        await gone.Task.WaitAsync(Patience);
        Assert.Equal(1, app.Hasher.Calls);
        hold.Set();
        using var answer = await first;
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
