using System.Net;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class MalformedCredentials
{
    public static TheoryData<string> Fields => new(
        "",
        "Basic",
        "Basic ",
        "Basic !!!!",
        "Basic Ym9iOmJ1aWxkZXI= Ym9iOmJ1aWxkZXI=",
        "Basic Ym9i OmJ1aWxkZXI=",
        "Basic Ym9iOmJ1aWxkZXI=, Basic Ym9iOmJ1aWxkZXI=",
        "BasicYm9iOmJ1aWxkZXI=",
        "Bearer Ym9iOmJ1aWxkZXI=",
        "Basic\tYm9iOmJ1aWxkZXI=",
        Basic("bob"u8),
        Basic("bob\0:builder"u8),
        Basic("bob:build\ner"u8),
        Basic("bob\u007f:builder"u8),
        Basic("\ufffe:builder"u8),
        Basic([(byte)'b', 0xff, (byte)':', (byte)'x']),
        Basic([(byte)'b', (byte)':', 0xc0, 0xaf]),
        Basic([(byte)'b', (byte)':', 0xed, 0xa0, 0x80]));

    [Fact]
    public async Task Are_refused_like_a_wrong_password_without_a_hash_call()
    {
        await using var app = await new BasicApp().StartAsync();
        var wrong = await AnswerTo(app, $"Authorization: {Basic("bob:wrong"u8)}\r\n");
        var before = app.Hasher.Calls;
        foreach (string field in Fields)
        {
            var answer = await AnswerTo(app, $"Authorization: {field}\r\n");
            Assert.True(wrong == answer, $"'{field}' was answered {answer}");
        }

        Assert.Equal(before, app.Hasher.Calls);
    }

    [Fact]
    public async Task Are_two_fields_even_if_each_is_right()
    {
        await using var app = await new BasicApp().StartAsync();
        var field = $"Authorization: {Basic("bob:builder"u8)}\r\n";
        Assert.StartsWith("HTTP/1.1 200 ", await AnswerTo(app, field));
        Assert.StartsWith("HTTP/1.1 401 ", await AnswerTo(app, field + field));
    }

    [Fact]
    public async Task Do_not_close_what_is_open_to_all()
    {
        await using var app = await new BasicApp().StartAsync();
        using var answer = await app.SendFieldAsync("Basic !!!!", "/open");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Basic(ReadOnlySpan<byte> userPass) => "Basic " + Convert.ToBase64String(userPass);

    private static async Task<string> AnswerTo(BasicApp app, string fields)
    {
        var answer = await app.SendRawAsync($"GET / HTTP/1.1\r\nHost: a\r\n{fields}Connection: close\r\n\r\n");
        return WithoutDate(answer);
    }

    private static string WithoutDate(string answer) =>
        string.Join("\r\n", answer.Split("\r\n").Where(line => !line.StartsWith("Date:", StringComparison.Ordinal)));
}
