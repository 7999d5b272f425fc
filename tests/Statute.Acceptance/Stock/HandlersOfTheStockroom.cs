using System.Text.RegularExpressions;

namespace Statute.Acceptance.Stock;

/// <summary>
/// The stockroom proves something only as long as its handlers are those of anybody: no status of theirs, nothing of ours.
/// </summary>
public sealed partial class HandlersOfTheStockroom
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "Stockroom");

    private static readonly IReadOnlyList<(string File, string Text)> Sources =
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    [Fact]
    public void NameNoStatus() => Assert.Empty(Find(Sources, StatusName()));

    // The description of labels owns up to its known fault; that declares an answer and gives none.
    [Fact]
    public void DeclareOneStatusAtMost() =>
        Assert.Equal(["Labels.cs: HttpStatusCode.InternalServerError"], Find(Sources, DeclaredStatus()));

    [Fact]
    public void WriteNoStatusNumber() => Assert.Empty(Find(Sources, StatusNumber()));

    [Fact]
    public void MakeNoResultsButCreatedAndValidationProblem() => Assert.Empty(Find(Sources, OtherResult()));

    [Fact]
    public void DoNotMentionStatute()
    {
        var handlers = Sources.Where(source => MapsARoute().IsMatch(source.Text)).ToList();
        Assert.Equal(
            ["Billing.cs", "Forecasts.cs", "Items.cs", "Labels.cs", "Photos.cs", "Recounts.cs", "Routes.cs", "Transfers.cs"],
            handlers.Select(source => source.File).Order(StringComparer.Ordinal));
        Assert.Empty(Find(handlers, Ours()));
    }

    [Theory]
    [InlineData("StatusCodes.Status404NotFound")]
    [InlineData("context.Response.StatusCode = n")]
    [InlineData("Response.WriteAsync(text)")]
    [InlineData("[ProducesResponseType<Item>(x)]")]
    public void ThatNameAStatusAreFound(string code) => Assert.Single(Find([("A.cs", code)], StatusName()));

    [Theory]
    [InlineData("Problem(statusCode: 404)")]
    [InlineData(".Produces<Item>(201)")]
    [InlineData("return new Answer(503);")]
    public void ThatWriteAStatusNumberAreFound(string code) => Assert.Single(Find([("A.cs", code)], StatusNumber()));

    [Theory]
    [InlineData("Results.NotFound()")]
    [InlineData("TypedResults.Ok(item)")]
    [InlineData("TypedResults.CreatedAtRoute(item)")]
    public void ThatMakeOtherResultsAreFound(string code) => Assert.Single(Find([("A.cs", code)], OtherResult()));

    [Theory]
    [InlineData("TypedResults.Created(location, item)")]
    [InlineData("TypedResults.ValidationProblem(faults)")]
    [InlineData("StringLength(100, MinimumLength = 1) StringLength(200) 1024 1_000_000")]
    [InlineData("http://127.0.0.1:5080")]
    public void ThatAreOrdinaryAreFree(string code) =>
        Assert.Empty(Find([("A.cs", code)], OtherResult()).Concat(Find([("A.cs", code)], StatusNumber())));

    private static IEnumerable<string> Find(IEnumerable<(string File, string Text)> sources, Regex what) =>
        from source in sources
        from match in what.Matches(source.Text)
        select $"{source.File}: {match.Value}";

    [GeneratedRegex(@"StatusCodes\.\w+|\bResponse\.\w+|ProducesResponseType\w*|Response\b.*StatusCode")]
    private static partial Regex StatusName();

    [GeneratedRegex(@"HttpStatusCode\.\w+")]
    private static partial Regex DeclaredStatus();

    // Numbers from 100 to 599 that are no length of a text and no part of an address.
    [GeneratedRegex(@"(?<!StringLength\()\b[1-5]\d\d\b(?!\.\d)")]
    private static partial Regex StatusNumber();

    [GeneratedRegex(@"\b(Typed)?Results\.(?!Created\b|ValidationProblem\b)\w+")]
    private static partial Regex OtherResult();

    [GeneratedRegex(@"\.Map(Get|Post|Put|Delete|Patch|Group|Methods)\(")]
    private static partial Regex MapsARoute();

    [GeneratedRegex("Statute")]
    private static partial Regex Ours();
}
