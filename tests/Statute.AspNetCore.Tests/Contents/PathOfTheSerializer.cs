using System.Text.Json;
using Statute.AspNetCore.Content;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>The path that System.Text.Json gives for a fault, as a pointer.</summary>
public sealed class PathOfTheSerializer
{
    private const string Paths = """
        $                       | #
        $.qty                   | #/qty
        $.lines[1].qty          | #/lines/1/qty
        $[3]                    | #/3
        $[3][0].a               | #/3/0/a
        $['a.b']                | #/a.b
        $['a.b'].c              | #/a.b/c
        $.a['b.c'][2]           | #/a/b.c/2
        $['it's']               | #/it's
        $['a']b']               | #/a'%5Db
        $['a/b']                | #/a~1b
        $.a~b                   | #/a~0b
        $['a b']                | #/a%20b
        $['a"b']                | #/a%22b
        $['a[0]'].b             | #/a%5B0%5D/b
        $.größe                 | #/gr%C3%B6%C3%9Fe
        $.𝄞                     | #/%F0%9D%84%9E
        $.100%                  | #/100%25
        $.a#b                   | #/a%23b
        $['unclosed             | #/unclosed
        $[                      | #/
        """;

    [Fact]
    public void Is_a_fragment_pointer()
    {
        foreach (var line in Paths.Split('\n'))
        {
            var cells = line.Split(" | ", StringSplitOptions.TrimEntries);
            Assert.Equal((line, cells[1]), (line, JsonPaths.ToPointer(cells[0])));
        }
    }

    [Fact]
    public void Is_the_whole_content_where_there_is_none() => Assert.Equal("#", JsonPaths.ToPointer(null));

    [Theory]
    [InlineData("plain", "#/plain/0")]
    [InlineData("a.b", "#/a.b/0")]
    [InlineData("it's", "#/it's/0")]
    [InlineData("a\\b", "#/a%5Cb/0")]
    [InlineData("a/b~c", "#/a~1b~0c/0")]
    [InlineData("a']", "#/a'%5D/0")]
    [InlineData("", "#//0")]
    public void Is_read_as_the_serializer_writes_it(string name, string pointer)
    {
        var content = JsonSerializer.Serialize(new Dictionary<string, object[]> { [name] = ["no number"] });
        var fault = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, int[]>>(content));
        Assert.Equal(pointer, JsonPaths.ToPointer(fault.Path));
    }
}
