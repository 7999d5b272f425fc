using Statute.AspNetCore.Basic;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class WritingAFile : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Users => _folder.File("users");

    [Fact]
    public void Makes_a_new_file_for_its_owner_only()
    {
        Assert.True(PasswordFile.Set(Users, "bob", "builder", ["clerk", "manager"]));
        var user = Assert.Single(PasswordFile.Load(Users).Users);
        Assert.Equal(["clerk", "manager"], user.Roles);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Users));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Keeps_every_other_line_as_it_was(string end)
    {
        var alice = UserLine.Of("alice", "x", "a");
        var bob = UserLine.Of("bob", "x");
        File.WriteAllText(Users, string.Join(end, "\ufeff# staff", "", alice, "  ", "# more", bob, ""));

        Assert.False(PasswordFile.Set(Users, "alice", "new"));
        Assert.True(PasswordFile.Set(Users, "cara", "new"));
        Assert.True(PasswordFile.Remove(Users, "bob"));

        var lines = File.ReadAllText(Users).Split(end);
        Assert.Equal(["# staff", "", "  ", "# more", ""], [.. lines[..2], .. lines[3..5], lines[6]]);
        Assert.StartsWith("alice:a:", lines[2]);
        Assert.StartsWith("cara::", lines[5]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public void Ends_the_last_line_before_it_adds_one()
    {
        File.WriteAllText(Users, UserLine.Of("bob", "x"));
        PasswordFile.Set(Users, "cara", "new");
        Assert.Equal(["bob", "cara"], PasswordFile.Load(Users).Users.Select(user => user.Name));
    }

    [Fact]
    public void Keeps_roles_that_are_not_given_and_takes_those_that_are()
    {
        File.WriteAllText(Users, UserLine.Of("bob", "x", "clerk"));
        PasswordFile.Set(Users, "bob", "y");
        Assert.Equal(["clerk"], PasswordFile.Load(Users).Users[0].Roles);
        PasswordFile.Set(Users, "bob", "y", []);
        Assert.Empty(PasswordFile.Load(Users).Users[0].Roles);
    }

    [Fact]
    public void Keeps_the_permissions_of_an_existing_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.WriteAllText(Users, UserLine.Of("bob", "x"));
        File.SetUnixFileMode(Users, mode);
        Assert.True(PasswordFile.Remove(Users, "bob"));
        Assert.Equal(mode, File.GetUnixFileMode(Users));
        Assert.Equal(Users, Assert.Single(Directory.GetFiles(_folder.FullName)));
    }

    [Fact]
    public void Follows_a_link_and_leaves_it_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        File.WriteAllText(_folder.File("real"), UserLine.Of("bob", "x"));
        File.CreateSymbolicLink(Users, _folder.File("real"));
        Assert.True(PasswordFile.Remove(Users, "bob"));
        Assert.NotNull(new FileInfo(Users).LinkTarget);
        Assert.Empty(File.ReadAllText(_folder.File("real")));
    }

    [Fact]
    public void Leaves_a_faulty_file_alone()
    {
        File.WriteAllText(Users, "no user\n");
        Assert.Throws<PasswordFileException>(() => PasswordFile.Remove(Users, "bob"));
        Assert.Throws<PasswordFileException>(() => PasswordFile.Set(Users, "bob", "x"));
        Assert.Equal("no user\n", File.ReadAllText(Users));
    }

    [Fact]
    public void Removes_nobody_where_the_name_is_unknown()
    {
        File.WriteAllText(Users, "# nobody\n");
        var written = File.GetLastWriteTimeUtc(Users);
        Assert.False(PasswordFile.Remove(Users, "bob"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Users));
        Assert.Throws<FileNotFoundException>(() => PasswordFile.Remove(_folder.File("other"), "bob"));
    }

    [Theory]
    [InlineData("", "x", "", "name")]
    [InlineData(" ", "x", "", "name")]
    [InlineData("a:b", "x", "", "name")]
    [InlineData("#a", "x", "", "name")]
    [InlineData("a\n", "x", "", "name")]
    [InlineData("a", "", "", "password")]
    [InlineData("a", "x\u0000", "", "password")]
    [InlineData("a", "x", "b,c", "roles")]
    [InlineData("a", "x", "b:c", "roles")]
    [InlineData("a", "x", " ", "roles")]
    [InlineData("a", "x", "b\tc", "roles")]
    public void Refuses_what_could_never_sign_in(string name, string password, string role, string parameter)
    {
        string[] roles = role.Length == 0 ? [] : [role];
        Assert.Throws<ArgumentException>(parameter, () => PasswordFile.Set(Users, name, password, roles));
        Assert.False(File.Exists(Users));
    }

    [Fact]
    public void Refuses_half_a_character() =>
        Assert.Throws<ArgumentException>("name", () => PasswordFile.Set(Users, "a\ud800", "x"));

    [Fact]
    public void By_many_at_once_loses_nobody()
    {
        Parallel.For(0, 8, i => PasswordFile.Set(Users, $"user{i}", "x"));
        Assert.Equal(8, PasswordFile.Load(Users).Users.Count);
    }

    public void Dispose() => _folder.Dispose();
}
