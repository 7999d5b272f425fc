using System.Text;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class Secrets
{
    private const string Canary = "canary-7f3a91";

    [Fact]
    public async Task Reach_no_log_and_no_answer()
    {
        await using var app = new BasicApp();
        app.Write(UserLine.Of("bob", Canary));
        await app.StartAsync();
        var answers = new StringBuilder();
        await SendAsync(app, answers, Basic($"bob:{Canary}"));
        await SendAsync(app, answers, Basic($"bob:{Canary}-wrong"));
        await SendAsync(app, answers, Basic($"stranger:{Canary}"));
        await SendAsync(app, answers, Basic($"{Canary}"));
        await SendAsync(app, answers, Basic($"bob:\0{Canary}"));
        await SendAsync(app, answers, $"Basic {Canary}!");
        await SendAsync(app, answers, $"Bearer {Canary}");

        app.Write(Canary, $"bob::{Canary}", $":{Canary}", $"bob:\0{Canary}:{Canary}", $"x:y:{Canary}:z");
        await SendAsync(app, answers, Basic($"bob:{Canary}"));
        Assert.Contains(app.Logs.All, text => text.Contains("line 5", StringComparison.Ordinal));

        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"bob:{Canary}"));
        foreach (var text in app.Logs.All.Append(answers.ToString()))
        {
            Assert.DoesNotContain(Canary, text);
            Assert.DoesNotContain(token, text);
        }
    }

    private static string Basic(string userPass) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userPass));

    private static async Task SendAsync(BasicApp app, StringBuilder answers, string field)
    {
        using var answer = await app.SendFieldAsync(field);
        answers.Append(answer).Append(await answer.Content.ReadAsStringAsync());
    }
}
