using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>JSON-Schema-Test-Suite: all required tests of 2020-12, those of formats, and draft 4's as far as OpenAPI 3.0 goes.</summary>
public sealed class SuiteOfJsonSchema
{
    [Fact]
    public void OfDraft202012IsPassedWhole()
    {
        var suite = new SchemaSuite("draft2020-12", new SchemaOptions()).Run();
        Assert.True(suite.Wrong.Count == 0, string.Join('\n', suite.Wrong));
        Assert.Equal(1299, suite.Tests);
    }

    [Fact]
    public void OfItsFormatsIsPassedWhole()
    {
        var suite = new SchemaSuite("draft2020-12/format", new SchemaOptions { AssertFormat = true }).Run();
        Assert.True(suite.Wrong.Count == 0, string.Join('\n', suite.Wrong));
        Assert.Equal(529, suite.Tests);
    }

    [Fact]
    public void OfDraft4IsPassedForTheKeywordsOfOpenApi30()
    {
        var options = new SchemaOptions
        {
            Dialect = SchemaDialect.OpenApi30,
            ExemptKeywords = ["definitions", "$schema", "$comment"],
        };
        var suite = new SchemaSuite("draft4", options).Run(DraftFour.IsBeyondOpenApi30);
        Assert.True(suite.Wrong.Count == 0, string.Join('\n', suite.Wrong));
        Assert.Equal((422, 196), (suite.Tests, suite.Left));
    }
}
