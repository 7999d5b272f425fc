using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Wire;
using Statute.Problems;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Parameters and values, by table: the trial finds a fault exactly where the application by itself answers 400.</summary>
public sealed class ParameterThatTheBinderReads : IAsyncLifetime
{
    private const string Requests = """
        # path and query | X-Qty
        /m/route/5
        /m/route/abc
        /m/route/1.5
        /m/route/99999999999
        /m/route/+5
        /m/route/%205
        /m/route/-5
        /m/route/0x5
        /m/route-guid/123e4567-e89b-12d3-a456-426614174000
        /m/route-guid/5
        /m/route-text/%20
        /m/route-maybe
        /m/route-maybe/5
        /m/route-maybe/a
        /m/route-needed
        /m/route-needed/5
        /m/route-named/5
        /m/route-named/a
        /m/gathered
        /m/gathered?page=5
        /m/gathered?Page=abc
        /m/gathered?page=5&q=a | 7
        /m/gathered?page=5&q=a | x
        /m/gathered-record/5
        /m/gathered-record/a
        /m/gathered-record/5?page=a
        /c/gathered
        /c/gathered?page=5&q=big&within.size=3
        /c/gathered?page=abc
        /c/gathered?q=huge
        /c/gathered?within.size=abc
        /c/gathered?search.page=abc
        /c/gathered?search.page=5
        /m/int
        /m/int?qty
        /m/int?qty=
        /m/int?qty=5
        /m/int?QTY=5
        /m/int?qty=abc
        /m/int?qty=5&qty=6
        /m/int?qty=1,000
        /m/int?qty=99999999999
        /m/int-null
        /m/int-null?qty=
        /m/int-null?qty=5
        /m/int-null?qty=a
        /m/int-default
        /m/int-default?qty=
        /m/int-default?qty=a
        /m/byte?qty=255
        /m/byte?qty=256
        /m/decimal?price=1,000.5
        /m/decimal?price=1.5
        /m/decimal?price=1e3
        /m/decimal?price=a
        /m/double?price=1e400
        /m/double?price=1,5
        /m/double?price=NaN
        /m/double?price=a
        /m/bool?flag=TRUE
        /m/bool?flag=1
        /m/string
        /m/string?name=
        /m/string?name=a
        /m/string-null
        /m/string-null?name=
        /m/date?day=2026-01-31
        /m/date?day=31.01.2026
        /m/date?day=01/31/2026
        /m/date?day=2026-02-31
        /m/time?at=13:45
        /m/time?at=25:00
        /m/datetime?at=2026-01-31T13:45:00Z
        /m/datetime?at=31.01.2026
        /m/offset?at=2026-01-31T13:45:00%2B02:00
        /m/offset?at=a
        /m/span?span=01:30:00
        /m/span?span=1h
        /m/uri?uri=http://a/b
        /m/uri?uri=http://
        /m/uri?uri=
        /m/enum?colour=Red
        /m/enum?colour=red
        /m/enum?colour=1
        /m/enum?colour=7
        /m/enum?colour=blue
        /m/enum?colour=
        /m/enum-null?colour=
        /m/enum-null?colour=GREEN
        /m/enum-null
        /m/char?sign=a
        /m/char?sign=ab
        /m/ints
        /m/ints?ids=
        /m/ints?ids=1&ids=2
        /m/ints?ids=1&ids=a
        /m/ints?ids=1,2
        /m/ints-null?ids=1&ids=
        /m/ints-null?ids=a
        /m/ints-maybe
        /m/ints-maybe?ids=a
        /m/strings
        /m/strings?names=&names=a
        /m/values
        /m/values?names=a
        /m/own
        /m/own?sku=abc
        /m/own?sku=abcd
        /m/own-null
        /m/own-null?sku=abcd
        /m/bound
        /m/two?a=1
        /m/two?a=1&b=2
        /m/two?a=x&b=y
        /m/named?q=1
        /m/named?q=a
        /m/named?qty=1
        /m/header
        /m/header | 5
        /m/header | a
        /m/header-null
        /m/header-null | 5
        /m/header-null | a
        /m/header-text
        /m/header-text | a
        /m/header-ints
        /m/header-ints | 1
        /m/header-ints | 1,2
        /m/header-ints | 1,a
        /m/context?qty=a
        /c/route/5
        /c/route/abc
        /c/route/99999999999
        /c/route/+5
        /c/route-guid/5
        /c/route-guid/123e4567-e89b-12d3-a456-426614174000
        /c/route-text/a
        /c/route-text/%20
        /c/int
        /c/int?qty=
        /c/int?qty=5
        /c/int?qty=abc
        /c/int?qty=5&qty=6
        /c/int?qty=a&qty=6
        /c/int?qty=1,000
        /c/int-null
        /c/int-null?qty=
        /c/int-null?qty=a
        /c/int-default
        /c/int-default?qty=
        /c/int-default?qty=a
        /c/int-needed
        /c/int-needed?qty=5
        /c/int-needed?qty=
        /c/int-required
        /c/int-required?qty=
        /c/int-required?qty=5
        /c/byte?qty=256
        /c/decimal?price=1,000.5
        /c/decimal?price=1e3
        /c/decimal?price=a
        /c/bool?flag=TRUE
        /c/bool?flag=1
        /c/bool?flag=on
        /c/string
        /c/string?name=
        /c/string?name=%20
        /c/string?name=a
        /c/string-null
        /c/string-null?name=
        /c/string-default
        /c/string-default?name=
        /c/date?day=2026-01-31
        /c/date?day=31.01.2026
        /c/datetime?at=2026-01-31T13:45:00Z
        /c/datetime?at=31.01.2026
        /c/span?span=1h
        /c/uri
        /c/uri?uri=http://
        /c/uri?uri=http://a/b
        /c/enum?kind=big
        /c/enum?kind=1
        /c/enum?kind=7
        /c/enum?kind=blue
        /c/ints
        /c/ints?ids=1&ids=2
        /c/ints?ids=1&ids=a
        /c/ints?ids[0]=1&ids[1]=a
        /c/ints?ids[]=a
        /c/ints?ids=
        /c/list?ids=1
        /c/list?ids=a
        /c/strings
        /c/strings?names=a
        /c/named?q=1
        /c/named?q=a
        /c/named?qty=a
        /c/header
        /c/header | 5
        /c/header | a
        /c/header-text
        /c/header-text | a
        /c/header-ints | 1,2
        /c/header-ints | 1,a
        /c/own?size=abc
        /c/own?size=abcd
        /c/own
        /c/two?a=x&b=y
        /v/int?qty=a
        """;

    private const string Details = """
        /m/int?qty=abc            |         | qty    | 'qty' is 'abc'; it must be a whole number.
        /m/int                    |         | qty    | 'qty' is missing; it must be a whole number.
        /m/int?qty=               |         | qty    | 'qty' is empty; it must be a whole number.
        /m/byte?qty=256           |         | qty    | 'qty' is '256'; it must be a whole number from 0 to 255.
        /m/int?qty=a%0D%0Ab%E2%80%AEc |     | qty    | 'qty' is 'a??b?c'; it must be a whole number.
        /m/enum?colour=red        |         | colour | 'colour' is 'red'; it must be one of 'Red', 'Green'.
        /m/ints?ids=1&ids=a       |         | ids    | 'ids' has the value 'a'; each value must be a whole number.
        /m/own?sku=abcd           |         | sku    | 'sku' is 'abcd', which cannot be read.
        /m/own                    |         | sku    | 'sku' is missing; it must have a value.
        /m/string                 |         | name   | 'name' is missing; it must have a value.
        /m/named?q=a              |         | q      | 'q' is 'a'; it must be a whole number.
        /m/header                 |         | X-Qty  | 'X-Qty' is missing; it must be a whole number.
        /m/header                 | a       | X-Qty  | 'X-Qty' is 'a'; it must be a whole number.
        /c/int?qty=abc            |         | qty    | 'qty' is 'abc'; it must be a whole number.
        /c/string                 |         | name   | 'name' is missing; it must have a value.
        /c/string?name=%20        |         | name   | 'name' is empty; it must have a value.
        /c/ints?ids=1&ids=a       |         | ids    | 'ids' has the value '1,a'; each value must be a whole number.
        /c/named?q=a              |         | q      | 'q' is 'a'; it must be a whole number.
        /c/header                 | a       | X-Qty  | 'X-Qty' is 'a'; it must be a whole number.
        """;

    private readonly List<IReadOnlyList<ProblemError>> _found = [];
    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder => builder.Services.AddControllers().AddApplicationPart(typeof(ParametersController).Assembly),
        app =>
        {
            app.UseRouting();
            app.Use((context, next) =>
            {
                _found.Add(ParameterTrial.Of(context.GetEndpoint()!).FaultsOf(context));
                return next(context);
            });
            ParametersApi.Map(app);
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Is_at_fault_exactly_where_the_application_answers_400()
    {
        var wrong = new StringBuilder();
        foreach (var line in Requests.Split('\n').Skip(1))
        {
            var cells = line.Split(" | ");
            var (status, faults) = await AskAsync(HttpMethod.Get, cells[0], cells.ElementAtOrDefault(1));
            if ((status == 400) != (faults.Count > 0))
            {
                wrong.AppendLine($"{line}: {status}, {string.Join(' ', faults)}");
            }
        }

        Assert.Equal("", wrong.ToString());
    }

    [Fact]
    public async Task Is_described_in_plain_words_with_its_name()
    {
        foreach (var line in Details.Split('\n'))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var (_, faults) = await AskAsync(HttpMethod.Get, cells[0], cells[1].Length == 0 ? null : cells[1]);
            var expected = cells[2] == "X-Qty"
                ? new ProblemError(cells[3], Header: cells[2])
                : new ProblemError(cells[3], Parameter: cells[2]);
            Assert.Equal((line, expected), (line, Assert.Single(faults)));
        }
    }

    [Fact]
    public async Task Is_shown_shortened()
    {
        var (_, faults) = await AskAsync(HttpMethod.Get, "/m/int?qty=" + new string('x', 5000), null);
        Assert.Equal($"'qty' is '{new string('x', 40)}...'; it must be a whole number.", Assert.Single(faults).Detail);
    }

    [Theory]
    [InlineData("/m/gathered?Page=abc", "Page 'Page' is 'abc'; it must be a whole number.")]
    [InlineData(
        "/m/gathered-record/a?page=b",
        "Id 'Id' is 'a'; it must be a whole number.",
        "Page 'Page' is 'b'; it must be a whole number.")]
    [InlineData(
        "/c/gathered?page=abc&q=huge",
        "q 'q' is 'huge'; it must be one of 'Big', 'Small'.",
        "Page 'Page' is 'abc'; it must be a whole number.")]
    [InlineData("/c/gathered?within.size=abc", "Within.Size 'Within.Size' is 'abc'; it must be a whole number.")]
    [InlineData("/c/gathered?search.page=abc", "search.Page 'search.Page' is 'abc'; it must be a whole number.")]
    public async Task Is_found_in_an_object_that_gathers_several(string path, params string[] expected)
    {
        var (_, faults) = await AskAsync(HttpMethod.Get, path, null);
        Assert.Equal(expected, faults.Select(fault => $"{fault.Parameter} {fault.Detail}"));
    }

    [Theory]
    [InlineData("/m/two?a=x&b=y")]
    [InlineData("/c/two?a=x&b=y")]
    public async Task Is_found_next_to_the_others(string path)
    {
        var (_, faults) = await AskAsync(HttpMethod.Get, path, null);
        Assert.Equal(["a", "b"], faults.Select(f => f.Parameter));
    }

    /// <summary>The binder would complain about the content first.</summary>
    [Theory]
    [InlineData("/m/content?qty=a", 1)]
    [InlineData("/m/content?qty=5", 0)]
    [InlineData("/c/content?qty=a", 1)]
    [InlineData("/c/content?qty=5", 0)]
    public async Task Is_tried_without_the_content(string path, int faults) =>
        Assert.Equal(faults, (await AskAsync(HttpMethod.Post, path, null)).Faults.Count);

    private async Task<(int Status, IReadOnlyList<ProblemError> Faults)> AskAsync(HttpMethod method, string path, string? header)
    {
        _found.Clear();
        using var request = new HttpRequestMessage(method, path);
        if (header is not null)
        {
            request.Headers.Add("X-Qty", header);
        }

        using var answer = await _app.Client.SendAsync(request);
        return ((int)answer.StatusCode, Assert.Single(_found));
    }
}
