using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>
/// What an example may cost has a bound, and so have broken ones together, whatever the schema. The processor's time is measured, of
/// which other tests take their part at the same time: the limit is many times what is needed.
/// </summary>
public sealed class ExamplesOfLargeSchemas
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string, int> Table => new()
    {
        { "one that holds itself twice", WithinItself(2), 1 },
        { "one that holds itself ten times", WithinItself(10), 1 },
        { "300 texts", Texts(300), 1200 },
        { "600 texts", Texts(600), 1200 },
        { "3,000 texts", Texts(3000), 200 },
        { "long texts", """{"type":"array","minItems":50,"items":{"type":"string","minLength":90000}}""", 1 },
        { "rounds of rounds that add nothing", """{"type":"string","pattern":"^(((a{0})*)*)*$","minLength":90000}""", 0 },
        { "a pattern that is searched for", """{"type":"string","pattern":"^(?=(a+)+$)[ab]{25}!$"}""", 0 },
        { "10,000 branches that contradict each other", $$"""{"allOf":[{{Many(10_000, n => $"{{\"const\":{n}}}")}}]}""", 0 },
        { "a chain of dependents", $$"""{"required":["n0"],"dependentSchemas":{ {{Many(2000, Dependent)}} },"type":"object"}""", 0 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void HaveABound(string name, string schema, int broken)
    {
        var compiled = Compiled.Schema(schema);
        var start = Environment.CpuUsage.TotalTime;
        var minimal = compiled.Example();
        var full = compiled.Example(ExampleSize.Full);
        var found = compiled.BrokenExamples();
        var taken = Environment.CpuUsage.TotalTime - start;
        Assert.True(taken < Limit, $"{name}: {taken}");
        Assert.True(found.Count >= broken, $"{name}: {found.Count} broken");
        Assert.All(new[] { minimal, full }.OfType<byte[]>(), example => Assert.True(compiled.IsValid(example)));
    }

    private static string WithinItself(int times) =>
        """{"type":"object","properties":{""" + Many(times, number => $"\"p{number}\":{{\"$ref\":\"#\"}}") + "}}";

    private static string Texts(int count) => $$"""
        {"type":"object","required":[{{Many(count, number => $"\"p{number}\"")}}],"properties":{
        """ + Many(count, number => $"\"p{number}\":{{\"type\":\"string\",\"minLength\":2,\"maxLength\":9}}") + "}}";

    private static string Dependent(int number) => $"\"n{number}\":{{\"required\":[\"n{number + 1}\"]}}";

    private static string Many(int count, Func<int, string> one) => string.Join(',', Enumerable.Range(0, count).Select(one));
}
