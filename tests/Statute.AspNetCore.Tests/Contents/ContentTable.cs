using System.Text;
using System.Text.RegularExpressions;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>The contents of <c>contents.txt</c>, each over a socket to both twins.</summary>
public sealed partial class ContentTable : IAsyncLifetime
{
    private RunningApp _app = null!;

    public static TheoryData<string> Twins => ["minimal", "controlled"];

    public async ValueTask InitializeAsync() => _app = await ParcelApi.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Is_answered_as_it_says(string twin)
    {
        var wrong = new List<string>();
        foreach (var (expected, content) in Rows)
        {
            using var connection = _app.Connect();
            await connection.SendAsync(ParcelApi.Head(twin, content.Length));
            await connection.SendAsync(content);
            var answer = Said(await connection.ReadAsync());
            if (answer != expected)
            {
                wrong.Add($"{expected} | {Encoding.Latin1.GetString(content)}\n    is answered: {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Has_at_least_sixty_rows() => Assert.InRange(Rows.Count(), 60, 1000);

    /// <summary>The two other depths at which JSON may be nested: as deep as is allowed, and one deeper.</summary>
    [Theory]
    [InlineData("minimal", 63, "200")]
    [InlineData("minimal", 64, "400 malformed-content 1:95")]
    [InlineData("controlled", 63, "200")]
    [InlineData("controlled", 64, "400 malformed-content 1:95")]
    public async Task Is_nested_no_deeper_than_64(string twin, int depth, string expected)
    {
        var content = $"{{\"sku\":\"A-1\",\"qty\":1,\"unknown\":{new string('[', depth)}{new string(']', depth)}}}";
        using var connection = _app.Connect();
        Assert.Equal(expected, Said(await connection.AskAsync($"{ParcelApi.Head(twin, content.Length)}{content}")));
    }

    private static IEnumerable<(string Expected, byte[] Content)> Rows
    {
        get
        {
            using var file = typeof(ContentTable).Assembly.GetManifestResourceStream("contents.txt")!;
            foreach (var line in new StreamReader(file).ReadToEnd().Split('\n').Where(line => line.Contains('|')))
            {
                var cells = line.Split('|', 2);
                yield return (cells[0].Trim(), Bytes(cells[1].Length > 0 ? cells[1][1..] : ""));
            }
        }
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(
        Escapes().Replace(text, match => match.Value == "\\n" ? "\n" : $"{(char)Convert.ToInt32(match.Value[2..], 16)}"));

    /// <summary>An answer in the words of the table; each validator has an order of its own.</summary>
    private static string Said(RawAnswer answer)
    {
        if (answer.Status == 200)
        {
            return "200";
        }

        var place = Place().Match(answer.Problem("detail")!);
        IEnumerable<string?> pointers = answer.Json.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal)
            : place.Success ? [$"{place.Groups[1]}:{place.Groups[2]}"] : [];
        return string.Join(' ', [$"{answer.Status}", answer.Problem("type")!.Split('/')[^1], .. pointers]);
    }

    [GeneratedRegex(@"\\x[0-9A-F]{2}|\\n")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"Line (\d+), byte (\d+):")]
    private static partial Regex Place();
}
