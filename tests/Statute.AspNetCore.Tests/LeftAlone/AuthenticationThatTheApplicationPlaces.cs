using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.LeftAlone;

/// <summary>
/// An application that says itself where authentication and authorization stand: what is left alone is refused there, behind what the
/// application has placed in front of them.
/// </summary>
public sealed class AuthenticationThatTheApplicationPlaces
{
    private const string Origin = "https://page.example";

    [Theory]
    [InlineData(StatuteProfile.Observe, "/secret")]
    [InlineData(StatuteProfile.Fold, "/alone")]
    public async Task Refuses_where_it_stands(StatuteProfile profile, string path)
    {
        await using var bare = await StartAsync(profile: null);
        await using var left = await StartAsync(profile);
        var refused = await AskAsync(left, path, "");
        Assert.Equal((401, Origin), (refused.Status, refused["Access-Control-Allow-Origin"]));
        Assert.Contains("Unauthorized", refused.Body);
        Assert.Equal(Without(await AskAsync(bare, path, ""), "Date"), Without(refused, "Date"));
    }

    [Theory]
    [InlineData(StatuteProfile.Observe, "/secret")]
    [InlineData(StatuteProfile.Fold, "/alone")]
    public async Task Is_asked_once(StatuteProfile profile, string path)
    {
        await using var left = await StartAsync(profile);
        Assert.Equal(200, (await AskAsync(left, path, "Authorization: Test clerk\r\n")).Status);
        Assert.Equal(1, TestScheme.CallsIn(left.Services));
    }

    private static Task<RunningApp> StartAsync(StatuteProfile? profile) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton<TestSchemeCalls>().AddAuthorization().AddAuthentication()
                .AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
            builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(Origin)));
            if (profile is { } chosen)
            {
                builder.Services.AddStatute(options => options.Profile = chosen);
            }
        },
        app =>
        {
            if (profile is not null)
            {
                app.UseStatute();
            }

            app.UseStatusCodePages().UseCors().UseAuthentication().UseAuthorization();
            app.MapGet("/secret", () => "secret").RequireAuthorization();
            var alone = app.MapGet("/alone", () => "secret").RequireAuthorization();
            if (profile is not null)
            {
                alone.DisableStatute();
            }
        });

    private static async Task<RawAnswer> AskAsync(RunningApp app, string path, string fields)
    {
        using var connection = app.Connect();
        return await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: {Origin}\r\n{fields}\r\n");
    }

    private static string Without(RawAnswer answer, string field) =>
        $"{answer.StatusLine}\n{string.Join('\n', answer.Fields.Where(f => f.Key != field))}\n{answer.Body}";
}
