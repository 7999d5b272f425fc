using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>Each budget holds at its edge, and what goes over it is refused as such, whatever the schema would say.</summary>
public sealed class Budgets
{
    public static TheoryData<string, SchemaBudgets, string, string> Table => new()
    {
        { "true", new() { Depth = 2 }, "[[1]]", "[[[]]]" },
        { """{"not":{}}""", new() { Depth = 2 }, "", """{"a":{"b":{}}}""" },
        { """{"anyOf":[{"items":{"type":"null"}},true]}""", new() { Depth = 1 }, "[1]", "[[]]" },
        { "true", new() { Members = 2 }, """{"a":1,"b":{"c":1,"d":2}}""", """{"a":1,"b":2,"c":3}""" },
        { "true", new() { Items = 2 }, "[1,[1,2]]", "[1,2,3]" },
        { "true", new() { StringBytes = 100 }, $"\"{new string('a', 100)}\"", $"\"{new string('a', 101)}\"" },
        { "true", new() { StringBytes = 100 }, new string('1', 100), new string('1', 101) },
        { "true", new() { StringBytes = 100 }, $$"""{"{{new string('a', 100)}}":1}""", $$"""{"{{new string('a', 101)}}":1}""" },
        { "true", new() { Steps = 4, StepsPerByte = 0 }, "[1,2,3]", "[1,2,3,4]" },
        { """{"not":{"not":{"not":{"not":{}}}}}""", new() { Steps = 3, StepsPerByte = 0 }, "", "1" },
        { """{"pattern":"(?=a)(a+)+$"}""", new() { Steps = 50, StepsPerByte = 0 }, "\"a\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaa!\"" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void HoldAtTheirEdge(string schema, SchemaBudgets budgets, string within, string over)
    {
        var compiled = Compiled.Schema(schema, new() { Budgets = budgets });
        Assert.False(compiled.IsValid(over));
        Assert.Equal(SchemaVerdict.OverBudget, compiled.Judge(over));
        Assert.True(within.Length == 0 || compiled.IsValid(within), within);
    }

    [Fact]
    public void BelowZeroAreFaultsOfWhoSetsThem()
    {
        Action[] below =
        [
            () => _ = new SchemaBudgets { Depth = -1 }, () => _ = new SchemaBudgets { Members = -1 },
            () => _ = new SchemaBudgets { Items = -1 }, () => _ = new SchemaBudgets { StringBytes = -1 },
            () => _ = new SchemaBudgets { Steps = -1 }, () => _ = new SchemaBudgets { StepsPerByte = -1 },
            () => _ = new SchemaBudgets { Violations = -5 },
        ];
        Assert.All(below, set => Assert.Throws<ArgumentOutOfRangeException>(set));
        Assert.StartsWith("'Violations' is -5; it must be 0 or more. Leave it out for the default of 100.",
            Assert.Throws<ArgumentOutOfRangeException>(below[^1]).Message);
    }

    [Fact]
    public void OfAnEarlierJudgementDoNotLast()
    {
        var schema = Compiled.Schema("true", new() { Budgets = new() { Steps = 4, StepsPerByte = 0 } });
        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(schema.IsValid("[1,2,3]")));
    }

    [Fact]
    public void OfDepthMayBeRaisedFarBeyondTheStackAndAreRefusedThen()
    {
        var schema = Compiled.Schema("""{"items":{"$ref":"#"}}""", new() { Budgets = new() { Depth = 10_000_000 } });
        Assert.Equal(SchemaVerdict.OverBudget, schema.Judge(new string('[', 1_000_000) + new string(']', 1_000_000)));
        Assert.True(schema.IsValid(new string('[', 1000) + new string(']', 1000)));
    }
}
