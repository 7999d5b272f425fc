using System.Text;
using Statute.Judging;

namespace Statute.Tests.Judging;

/// <summary>One look over JSON content.</summary>
public sealed class JsonContent
{
    private static readonly string[] TwiceTheSameName = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

    [Theory]
    [InlineData("{}", JsonFault.None, 0, 0)]
    [InlineData(" [1, \"two\", null, true] \n", JsonFault.None, 0, 0)]
    [InlineData("", JsonFault.Empty, 1, 1)]
    [InlineData(" \r\n\t ", JsonFault.Empty, 1, 1)]
    [InlineData("{\"a\":1", JsonFault.Malformed, 1, 7)]
    [InlineData("{\"a\":1}x", JsonFault.Malformed, 1, 8)]
    [InlineData("{\n \"a\": 01}", JsonFault.Malformed, 2, 8)]
    [InlineData("{} {}", JsonFault.Malformed, 1, 4)]
    [InlineData("{\"a\":1,}", JsonFault.Malformed, 1, 8)]
    [InlineData("// no\n{}", JsonFault.Malformed, 1, 1)]
    [InlineData("[\"a\nb\"]", JsonFault.Malformed, 1, 4)]
    [InlineData("[NaN]", JsonFault.Malformed, 1, 2)]
    [InlineData("{\"a\":1,\n\"a\":2}", JsonFault.DuplicateName, 2, 1)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", JsonFault.DuplicateName, 1, 8)]
    [InlineData("{\"a\\n\":1,\"a\\u000A\":2}", JsonFault.DuplicateName, 1, 10)]
    [InlineData("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]}", JsonFault.None, 0, 0)]
    [InlineData("{\"a\":{\"b\":1},\"b\":{\"a\":1},\"a\":1}", JsonFault.DuplicateName, 1, 26)]
    [InlineData("[\"\\uD83D\\uDE00\"]", JsonFault.None, 0, 0)]
    [InlineData("[\"\\uD83D\"]", JsonFault.LoneSurrogate, 1, 2)]
    [InlineData("[\"\\uDE00\\uD83D\"]", JsonFault.LoneSurrogate, 1, 2)]
    [InlineData("[\"\\uD83Dx\\uDE00\"]", JsonFault.LoneSurrogate, 1, 2)]
    [InlineData("{\"\\\\\\ud800\":1}", JsonFault.LoneSurrogate, 1, 2)]
    [InlineData("[\"\\\\ud800 \\\\\"]", JsonFault.None, 0, 0)]
    public void Is_in_order_or_wrong_at_a_place(string content, JsonFault fault, long line, long position)
    {
        var scan = JsonScan.Of(Encoding.UTF8.GetBytes(content));
        Assert.Equal((fault, line, position), (scan.Fault, scan.Line, scan.BytePosition));
    }

    [Theory]
    [InlineData("[\"\u00e9\"]", 1, 3)]
    [InlineData("{}\n\u0080", 2, 1)]
    public void Is_UTF8(string latin, long line, long position)
    {
        var scan = JsonScan.Of(Encoding.Latin1.GetBytes(latin));
        Assert.Equal((JsonFault.NotUtf8, line, position), (scan.Fault, scan.Line, scan.BytePosition));
    }

    [Theory]
    [InlineData('[', 64, JsonFault.None)]
    [InlineData('[', 65, JsonFault.TooDeep)]
    [InlineData('[', 100_000, JsonFault.TooDeep)]
    [InlineData('{', 64, JsonFault.None)]
    [InlineData('{', 65, JsonFault.TooDeep)]
    public void Is_not_too_deep(char kind, int depth, JsonFault fault)
    {
        var content = kind == '['
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        Assert.Equal(fault, JsonScan.Of(Encoding.ASCII.GetBytes(content)).Fault);
    }

    [Theory]
    [InlineData("null", true, false)]
    [InlineData("[null]", false, false)]
    [InlineData("1e400", false, true)]
    [InlineData("{\"a\":[-1E39]}", false, true)]
    [InlineData("[1e38, 1e-400, 100000000000000000000000000000000000000]", false, false)]
    [InlineData("[1000000000000000000000000000000000000000]", false, true)]
    public void Tells_null_and_huge_numbers(string content, bool isNull, bool hasHugeNumber)
    {
        var scan = JsonScan.Of(Encoding.ASCII.GetBytes(content));
        Assert.Equal((JsonFault.None, isNull, hasHugeNumber), (scan.Fault, scan.IsNull, scan.HasHugeNumber));
    }

    [Fact]
    public void Finds_one_name_among_many_that_comes_twice()
    {
        var names = Enumerable.Range(0, 20_000).Select(i => $"\"n{i}\":{i}");
        Assert.Equal(JsonFault.None, Scan($"{{{string.Join(',', names)}}}").Fault);
        Assert.Equal(JsonFault.DuplicateName, Scan($"{{{string.Join(',', names)},\"n17\":0}}").Fault);

        static JsonScan Scan(string text) => JsonScan.Of(Encoding.ASCII.GetBytes(text));
    }

    [Fact]
    public void Costs_no_memory_where_it_is_in_order()
    {
        var content = Encoding.UTF8.GetBytes(
            """{"sku":"A-1","name":"B\u00f6lt","tags":["a","b"],"size":{"w":1.5,"h":2e3},"more":[{"a":1},{"a":2}]}""");
        Assert.Equal(JsonFault.None, JsonScan.Of(content).Fault);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            JsonScan.Of(content);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Is_judged_as_the_published_suite_asks()
    {
        var suites = Environment.GetEnvironmentVariable("STATUTE_SUITES");
        Assert.SkipWhen(suites is null, "STATUTE_SUITES is not set: the suite json-parsing is not at hand.");
        var files = Directory.GetFiles(Path.Combine(suites, "json-parsing"), "*.json");
        var wrong = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            var fault = JsonScan.Of(File.ReadAllBytes(file)).Fault;
            var isAccepted = name[0] == 'y' && !TwiceTheSameName.Contains(name);
            if (name[0] is 'y' or 'n' && (fault == JsonFault.None) != isAccepted)
            {
                wrong.Add($"{name}: {fault}");
            }
        }

        Assert.True(files.Length > 250, $"Only {files.Length} files are there.");
        Assert.Empty(wrong);
    }
}
