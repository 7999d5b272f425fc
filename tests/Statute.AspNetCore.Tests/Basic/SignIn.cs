using System.Net;
using System.Text;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class SignIn
{
    [Fact]
    public async Task Carries_name_roles_and_authentication_type()
    {
        await using var app = await new BasicApp().StartAsync();
        using var answer = await app.GetAsync("alice", "wonder");
        Assert.Equal("alice Basic manager,clerk", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Of_one_without_the_role_is_403_without_a_body()
    {
        await using var app = await new BasicApp().StartAsync();
        using var manager = await app.GetAsync("alice", "wonder", "/manager");
        using var other = await app.GetAsync("bob", "builder", "/manager");
        Assert.Equal(HttpStatusCode.OK, manager.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.Empty(await other.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bAsIc")]
    [InlineData("Basic ")]
    public async Task Takes_the_scheme_in_any_case_and_more_than_one_space(string scheme)
    {
        await using var app = await new BasicApp().StartAsync();
        using var answer = await app.SendFieldAsync(scheme + " " + Convert.ToBase64String("bob:builder"u8));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("re:née", "a:b:c")]
    [InlineData("rene\u0301e", "a:b:c")]
    public async Task Takes_colons_in_the_password_and_composed_or_decomposed_text(string name, string password)
    {
        await using var app = new BasicApp();
        app.Write(UserLine.Of("renée", "a:b:c"), UserLine.Of("re", "née:a:b:c"));
        await app.StartAsync();
        using var answer = await app.GetAsync(name, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Takes_what_the_writer_wrote()
    {
        await using var app = new BasicApp();
        Statute.AspNetCore.Basic.PasswordFile.Set(app.PasswordFile, "cara", "pässword", ["auditor"]);
        await app.StartAsync();
        using var answer = await app.GetAsync("cara", "pässword");
        Assert.Equal("cara Basic auditor", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Of_a_very_long_password_is_a_plain_refusal()
    {
        await using var app = await new BasicApp().StartAsync();
        using var answer = await app.GetAsync("bob", new StringBuilder().Append('x', 20_000).ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
