using System.Text;
using Statute.AspNetCore.Basic;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class LoadingAFile : IDisposable
{
    private static readonly string Hash = UserLine.Hash("x");

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Faults => new()
    {
        { "bob", "line 1: the line has 1 of its 3 parts; write it as name:roles:hash, roles may be empty" },
        { "bob:role", "line 1: the line of 'bob' has 2 of its 3 parts; write it as name:roles:hash, roles may be empty" },
        { $"bo:b:x:{Hash}", "line 1: the line of 'bo' has 4 parts in place of 3; take the colon out of its name or roles" },
        { $"::{Hash}", "line 1: the name is empty; write one before the first colon, or remove the line" },
        { $"b\ab::{Hash}", "line 1: the name contains U+0007 as its character 2, and control characters are not allowed; remove it" },
        { $"bob:a,\u0085b:{Hash}",
            "line 1: the role of 'bob' contains U+0085 as its character 1, and control characters are not allowed; remove it" },
        { $"bob:a,,b:{Hash}", "line 1: a role of 'bob' is empty; remove the comma that is too many" },
        { "bob::", "line 1: the hash of 'bob' is not one that ASP.NET's PasswordHasher made; set the password anew" },
        { "bob::$2y$10$abc", "line 1: the hash of 'bob' is not one that ASP.NET's PasswordHasher made; set the password anew" },
        { "bob::AQAAAA", "line 1: the hash of 'bob' is not one that ASP.NET's PasswordHasher made; set the password anew" },
        { $"bob::{Hash}\n\nbob::{Hash}", "line 3: the name 'bob' is on line 1 already; remove one of the two" },
        { $"e\u0301::{Hash}\n\u00e9::{Hash}", "line 2: the name '\u00e9' is on line 1 already; remove one of the two" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Names_line_offender_and_cure(string text, string fault)
    {
        var found = Assert.Throws<PasswordFileException>(() => PasswordFile.Load(Write(text)));
        Assert.Equal(fault, Assert.Single(found.Faults));
        Assert.Contains(fault, found.Message);
    }

    [Fact]
    public void Lists_all_faults_in_order()
    {
        var path = Write($"# users\r\none\r\n::{Hash}\r\n\r\ntwo:,:nothing\r\n");
        var found = Assert.Throws<PasswordFileException>(() => PasswordFile.Load(path));
        Assert.Equal(["line 2", "line 3", "line 5", "line 5", "line 5"], found.Faults.Select(fault => fault[..6]));
        Assert.Equal(path, found.Path);
    }

    [Fact]
    public void Finds_what_is_not_UTF8_by_line_and_byte()
    {
        var path = _folder.File("users");
        File.WriteAllBytes(path, [.. "# ok\nbo"u8, 0xe9, .. "b::x\n"u8]);
        var found = Assert.Throws<PasswordFileException>(() => PasswordFile.Load(path));
        Assert.Equal("line 2: byte 3 is not UTF-8; save the file as UTF-8", Assert.Single(found.Faults));
    }

    [Fact]
    public void Gives_users_in_order_and_skips_comments_blank_lines_and_a_byte_order_mark()
    {
        var path = Write($"\ufeffalice:b, a:{Hash}\r\n\r\n   \n# bob::x\ncara::{Hash}");
        var users = PasswordFile.Load(path).Users;
        Assert.Equal(["alice", "cara"], users.Select(user => user.Name));
        Assert.Equal(["b", "a"], users[0].Roles);
        Assert.Empty(users[1].Roles);
    }

    [Fact]
    public void Takes_hashes_of_the_older_format()
    {
        var hash = Convert.ToBase64String(new byte[49]);
        Assert.Single(PasswordFile.Load(Write($"bob::{hash}")).Users);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        var path = _folder.File("users");
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
