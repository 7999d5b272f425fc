using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>Values are equal whatever the order of their members, and what cannot be paid for is refused, never a no.</summary>
public sealed class Equality
{
    // What is said of two objects of a hundred members in opposite orders, when each is compared with the other.
    public static TheoryData<string, string, bool> Table => new()
    {
        { """{"uniqueItems":true}""", $"[{Forward},{Backward}]", false },
        { $$"""{"const":{{Forward}}}""", Backward, true },
        { $$$"""{"not":{"const":{{{Forward}}}}}""", Backward, false },
        { $$"""{"enum":[1,{{Forward}}]}""", Backward, true },
        { """{"uniqueItems":true}""", $"[{Forward},{Backward.Replace("[8,", "[9,")}]", true },
    };

    private static string Forward => Members(Enumerable.Range(0, 100));

    private static string Backward => Members(Enumerable.Range(0, 100).Reverse());

    [Theory]
    [MemberData(nameof(Table))]
    public void DoesNotDependOnTheOrderOfMembers(string schema, string content, bool valid) =>
        Assert.Equal(valid ? SchemaVerdict.Valid : SchemaVerdict.Invalid, Compiled.Schema(schema).Judge(content));

    [Theory]
    [MemberData(nameof(Table))]
    public void IsOverBudgetWhereItsStepsRunOutWhicheverSideTakesThem(string schema, string content, bool valid)
    {
        var needed = Enumerable.Range(0, 30).Select(power => 1 << power).First(steps => Judge(steps) != SchemaVerdict.OverBudget);
        for (var steps = needed / 2; steps < needed; steps += Math.Max(1, needed / 200))
        {
            Assert.Contains(Judge(steps), new[] { SchemaVerdict.OverBudget, valid ? SchemaVerdict.Valid : SchemaVerdict.Invalid });
        }

        SchemaVerdict Judge(int steps) =>
            Compiled.Schema(schema, new() { Budgets = new() { Steps = steps, StepsPerByte = 0 } }).Judge(content);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2}""", false)]
    [InlineData("""{"b":2}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"a":1,"c":3,"b":2}""", true)]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"a":1,"c":3,"d":2}""", false)]
    [InlineData("""{"a":{"x":[{}],"y":1},"b":0}""", """{"b":0.0,"a":{"y":1e0,"\u0078":[{}]}}""", true)]
    [InlineData("{}", "[]", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1,2,3]", false)]
    public void IsThatOfJsonSchema(string one, string other, bool equal)
    {
        Assert.Equal(equal, Compiled.Schema($$"""{"const":{{one}}}""").IsValid(other));
        Assert.Equal(!equal, Compiled.Schema("""{"uniqueItems":true}""").IsValid($"[{one},{other}]"));
    }

    [Fact]
    public void WithAConstantDeeperThanContentMayBeIsNo()
    {
        var deep = new string('[', 90) + new string(']', 90);
        Assert.Equal(SchemaVerdict.Invalid, Compiled.Schema($$"""{"const":{"a":{{deep}},"b":1} }""").Judge("""{"b":1,"a":1}"""));
    }

    private static string Members(IEnumerable<int> numbers) =>
        "{" + string.Join(',', numbers.Select(number => $"\"n{number}\":[{string.Join(',', Enumerable.Repeat(number, 300))}]")) + "}";
}
