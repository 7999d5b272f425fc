using System.Text;
using System.Text.Json;
using Statute.AspNetCore.Content;
using Statute.Problems;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Content against types of every kind: all faults are found, and none where the serializer has none.</summary>
public sealed class ContentThatDoesNotFit
{
    private const string Details = """
        {"qty":"a"}                     | #/qty            | The value is a string; it must be a whole number.
        {"qty":1.5}                     | #/qty            | The value is 1.5; it must be a whole number.
        {"qty":99999999999}             | #/qty            | The value is 99999999999; it must be a whole number from -2147483648 to 2147483647.
        {"qty":null}                    | #/qty            | The value is null; it must be a whole number.
        {"price":1e40}                  | #/price          | The value is 1e40; it must be a smaller number.
        {"id":5}                        | #/id             | The value is a number; it must be a string that holds a UUID such as 123e4567-e89b-12d3-a456-426614174000.
        {"id":"x"}                      | #/id             | The value is 'x'; it must be a UUID such as 123e4567-e89b-12d3-a456-426614174000.
        {"day":"31.1."}                 | #/day            | The value is '31.1.'; it must be a date such as 2026-01-31.
        {"flag":"true"}                 | #/flag           | The value is a string; it must be true or false.
        {"colour":"blue"}               | #/colour         | The value is 'blue'; it must be one of 'Red', 'Green'.
        {"colour":[]}                   | #/colour         | The value is an array; it must be one of 'Red', 'Green'.
        {"level":"Red"}                 | #/level          | The value is a string; it must be a whole number.
        {"raw":"*"}                     | #/raw            | The value is '*'; it must be a string in Base64.
        {"lines":{}}                    | #/lines          | The value is an object; it must be an array.
        {"lines":[{"amount":true}]}     | #/lines/0/amount | The value is a boolean; it must be a whole number.
        {"lines":[5]}                   | #/lines/0        | The value is a number; it must be an object.
        {"map":{"a/b":{"amount":""}}}   | #/map/a~1b/amount | The value is a string; it must be a whole number.
        {"byNumber":{"x":"y"}}          | #/byNumber/x     | The name 'x' does not fit; it must be a whole number.
        {"own":"x"}                     | #/own            | The value is 'x', which cannot be read.
        {"shape":{"$type":"circle","radius":"a"}} | #/shape/radius | The value is 'a', which does not fit.
        {"shape":{"radius":1}}          | #/shape          | The value is an object; it must be one whose member '$type', the first, says of which kind it is.
        """;

    [Fact]
    public void Is_told_in_plain_words()
    {
        foreach (var line in Details.Split('\n'))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var content = cells[0][0] == '{' ? """{"sku":"a",""" + cells[0][1..] : cells[0];
            var fault = Assert.Single(FaultsOf(content, typeof(Samples.OrderSample), Web));
            Assert.Equal((line, new ProblemError(cells[2], cells[1])), (line, fault));
        }
    }

    [Theory]
    [InlineData("""{"init":"b"}""", "#/name", "'name' is missing; it is required.")]
    [InlineData("""{"name":"a"}""", "#/init", "'init' is missing; it is required.")]
    [InlineData("""{"name":null,"init":"b"}""", "#/name", "The value is null; it must be a string.")]
    [InlineData("""{"name":"a","init":"b","more":1}""", "#/more", "'more' is no member of this object; take it out.")]
    [InlineData("""{"name":"a","init":"b","inner":{"name":"c"}}""", "#/inner/init", "'init' is missing; it is required.")]
    public void Is_held_to_what_the_options_ask(string content, string pointer, string detail) =>
        Assert.Equal(new ProblemError(detail, pointer), Assert.Single(FaultsOf(content, typeof(Samples.StrictSample), Samples.Held)));

    [Fact]
    public void Has_faults_exactly_where_the_serializer_refuses_it()
    {
        var wrong = new StringBuilder();
        foreach (var (type, options, content) in Samples.All)
        {
            Assert.True(IsAccepted(content, type, options), $"{type.Name}: {content}");
            foreach (var mutation in Mutation.Of(content))
            {
                var changed = mutation.ApplyTo(content);
                var faults = FaultsOf(changed, type, options);
                if (faults.Count == 0 != IsAccepted(changed, type, options) || faults.Any(fault => !IsNear(fault, mutation)))
                {
                    wrong.AppendLine($"{type.Name} {string.Join('/', mutation.Place)} = {mutation.Value}: {string.Join(' ', faults)}");
                }
            }
        }

        Assert.Equal("", wrong.ToString());
    }

    [Fact]
    public void Has_all_its_faults_told()
    {
        var chance = new Random(7);
        foreach (var (type, options, content) in Samples.All)
        {
            var mutations = Mutation.Of(content).Where(m => m.Place.Count == 1 && !int.TryParse(m.Place[0], out _)).ToArray();
            for (var round = 0; round < 100 && mutations.Length > 0; round++)
            {
                chance.Shuffle(mutations);
                var some = mutations.DistinctBy(m => m.Place[0]).Take(8).ToList();
                var all = some.Aggregate(content, (text, mutation) => mutation.ApplyTo(text));
                var alone = some.SelectMany(mutation => FaultsOf(mutation.ApplyTo(content), type, options));
                Assert.Equal(Ordered(alone), Ordered(FaultsOf(all, type, options)));
            }
        }
    }

    [Fact]
    public void Has_at_most_a_hundred_told()
    {
        var content = $"[{string.Join(',', Enumerable.Repeat("\"x\"", 1000))}]";
        var faults = FaultsOf(content, typeof(List<int>), Web);
        Assert.Equal(100, faults.Count);
        Assert.Equal("#/99", faults[^1].Pointer);
    }

    [Theory]
    [InlineData("[1")]
    [InlineData("{\"kind\":1}")]
    public void Is_not_blamed_for_what_the_application_throws(string key)
    {
        var content = JsonSerializer.Serialize(new Dictionary<string, string> { ["text"] = key });
        Assert.Empty(FaultsOf(content, typeof(Throwing), Web));
        Assert.False(IsAccepted(content, typeof(Throwing), Web));
    }

    [Fact]
    public void Is_followed_as_deep_as_the_options_go()
    {
        var content = string.Concat(Enumerable.Repeat("{\"next\":", 60)) + "5" + new string('}', 60);
        var fault = Assert.Single(FaultsOf(content, typeof(Chain), Web));
        Assert.Equal("#" + string.Concat(Enumerable.Repeat("/next", 60)), fault.Pointer);
    }

    private static JsonSerializerOptions Web => JsonSerializerOptions.Web;

    private static IReadOnlyList<ProblemError> FaultsOf(string content, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.Parse(content);
        return ContentWalk.FaultsOf(document.RootElement, options.GetTypeInfo(type));
    }

    private static bool IsAccepted(string content, Type type, JsonSerializerOptions options)
    {
        try
        {
            JsonSerializer.Deserialize(content, type, options);
            return true;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsNear(ProblemError fault, Mutation mutation) =>
        fault.Pointer!.StartsWith(FragmentPointer.Of(mutation.Place), StringComparison.Ordinal)
        || FragmentPointer.Of(mutation.Place).StartsWith(fault.Pointer, StringComparison.Ordinal);

    private static IEnumerable<string> Ordered(IEnumerable<ProblemError> faults) => faults.Select(f => $"{f.Pointer} {f.Detail}").Order();

    private sealed record Chain
    {
        public Chain? Next { get; init; }
    }

    private sealed class Throwing
    {
        public string Text
        {
            get => "";
            set => throw new ArgumentException(value);
        }
    }
}
