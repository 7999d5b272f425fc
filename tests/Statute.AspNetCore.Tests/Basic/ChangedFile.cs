using System.Net;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class ChangedFile
{
    [Fact]
    public async Task Is_seen_by_the_next_request()
    {
        await using var app = await new BasicApp().StartAsync();
        await ExpectAsync(app, HttpStatusCode.Unauthorized, "cara", "new");
        app.Write(UserLine.Of("cara", "new"));
        await ExpectAsync(app, HttpStatusCode.OK, "cara", "new");
        await ExpectAsync(app, HttpStatusCode.Unauthorized, "bob", "builder");
    }

    [Fact]
    public async Task With_faults_keeps_the_old_users_and_logs_one_error()
    {
        await using var app = await new BasicApp().StartAsync();
        app.Write("cara", "dora::no hash");
        for (var i = 0; i < 3; i++)
        {
            await ExpectAsync(app, HttpStatusCode.OK, "bob", "builder");
        }

        var error = Assert.Single(app.Logs.At(LogLevel.Error));
        Assert.Contains("line 1: ", error);
        Assert.Contains("line 2: ", error);

        app.Write("cara", "dora::still no hash");
        await ExpectAsync(app, HttpStatusCode.OK, "bob", "builder");
        Assert.Equal(2, app.Logs.At(LogLevel.Error).Length);

        app.Write(UserLine.Of("cara", "new"));
        await ExpectAsync(app, HttpStatusCode.OK, "cara", "new");
        Assert.Equal(2, app.Logs.At(LogLevel.Error).Length);
    }

    [Fact]
    public async Task That_is_gone_keeps_the_old_users_until_it_is_back()
    {
        await using var app = await new BasicApp().StartAsync();
        for (var i = 1; i <= 2; i++)
        {
            File.Move(app.PasswordFile, app.PasswordFile + ".away");
            await ExpectAsync(app, HttpStatusCode.OK, "bob", "builder");
            await ExpectAsync(app, HttpStatusCode.Unauthorized, "bob", "wrong");
            Assert.Equal(i, app.Logs.At(LogLevel.Error).Length);
            File.Move(app.PasswordFile + ".away", app.PasswordFile);
            await ExpectAsync(app, HttpStatusCode.OK, "bob", "builder");
        }
    }

    [Fact]
    public async Task Is_seen_through_a_link_whose_folder_is_swapped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using var folder = new TempFolder();
        await using var app = new BasicApp();
        MakeFolder(folder, "one", UserLine.Of("bob", "first"));
        MakeFolder(folder, "two", UserLine.Of("bob", "other"));
        File.SetLastWriteTimeUtc(Path.Combine(folder.File("two"), "users"), DateTime.UnixEpoch);
        Directory.CreateSymbolicLink(folder.File("data"), folder.File("one"));
        File.Delete(app.PasswordFile);
        File.CreateSymbolicLink(app.PasswordFile, Path.Combine(folder.File("data"), "users"));
        await app.StartAsync();
        await ExpectAsync(app, HttpStatusCode.OK, "bob", "first");

        Directory.Delete(folder.File("data"));
        Directory.CreateSymbolicLink(folder.File("data"), folder.File("two"));
        await ExpectAsync(app, HttpStatusCode.OK, "bob", "other");
    }

    private static void MakeFolder(TempFolder folder, string name, string line)
    {
        Directory.CreateDirectory(folder.File(name));
        File.WriteAllText(Path.Combine(folder.File(name), "users"), line);
    }

    private static async Task ExpectAsync(BasicApp app, HttpStatusCode expected, string name, string password)
    {
        using var answer = await app.GetAsync(name, password);
        Assert.Equal(expected, answer.StatusCode);
    }
}
