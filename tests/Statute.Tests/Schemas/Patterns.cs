using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>Patterns mean what ECMA-262 says with its flag u, whichever of the engines runs them.</summary>
public sealed class Patterns
{
    // pattern | texts that match | texts that do not; a text is written without its quotes, ~ is the empty one
    public static TheoryData<string, string, string> Table => new()
    {
        { "^[a-z]+$", "abc", "ABC ~ abc\\n a1" },
        { "a", "cat", "dog ~" },
        { "^\\d{2,3}$", "12 123", "1 1234 ١٢" },
        { "^\\w+$", "a_1", "ä a-b" },
        { "^\\S+$", "ä🎈", "a\\u00a0b \\ufeff \\u2028" },
        { "^.$", "a ä 🎈", "\\n ab \\u2028" },
        { "^[^a]$", "b 🎈", "a ~" },
        { "^[🎈-🎊]$", "🎉", "🎇 a" },
        { "^\\u{1F388}\\uD83C\\uDF89$", "🎈🎉", "🎉🎈" },
        { "^\\p{Lu}\\P{L}$", "Ä1", "äa AA" },
        { "^\\p{Letter}+$", "aß漢", "a1" },
        { "^(a|bc)*$", "~ abcbca", "b abcb" },
        { "^(?:ab){2}c?$", "abab ababc", "ab ababab" },
        { "^a.*?b$", "ab axxb", "ba a" },
        { "^[\\d.-]+$", "1.2-3", "a" },
        { "^[]$|x", "x", "~ a" },
        { "\\bcat\\b", "cat cat.", "concat cats" },
        { "^(?=.*\\d)(?=.*[a-z]).{4,}$", "abc1 1aaa", "abcd 1234 a1" },
        { "^(?!con$)[a-z]+$", "conx abc", "con" },
        { "(?<=€)\\d+$", "€12", "12 $12" },
        { "(?<!€)\\d$", "a1", "€1" },
        { "^(.)(.)\\2\\1$", "abba 🎈aa🎈", "abab" },
        { "^(?<q>['a]).*\\k<q>$", "'x' axa", "'xa" },
        { "^(a\\1)b$", "ab", "aab" },
        { "^\\cJ\\x41\\0$", "\\nA\\u0000", "A" },
        { "\\/\\-\\.", "/-.", "/-x" },
        { "(?<=(\\d+)(\\d+))=\\1$", "1053=1", "1053=5 1053=105" },
        { "(?<=\\1(a))c", "aac", "bac bc" },
        { "(?<=([abc]+)([abc]+))-\\1", "abc-a", "abc-b" },
        { "(?<=^.{2})é(?<!a.é)", "bbé baé", "abé bé" },
        { "(?<=(?=(a.))a)b\\1", "abab", "abac" },
        { "^(?:(a)|b\\1)+$", "ab aab b abab", "c ~" },
        { "^(a?){0,2}\\1$", "~ aa aaa", "b" },
        { "^\\w+\\b-\\B-$", "ab--", "ab-a a-" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void MeanWhatTheStandardSays(string pattern, string matching, string others)
    {
        var schema = Compiled.Schema($$"""{"pattern":"{{pattern.Replace("\\", "\\\\")}}"}""");
        Assert.All(matching.Split(' '), text => Assert.True(schema.IsValid($"\"{text.Trim('~')}\""), text));
        Assert.All(others.Split(' '), text => Assert.False(schema.IsValid($"\"{text.Trim('~')}\""), text));
    }

    // What comes before is always true, and no automaton over bytes can ask it; the other no engine can but the one that tries.
    [Theory]
    [MemberData(nameof(Table))]
    public void MeanTheSameToEachEngine(string pattern, string matching, string others)
    {
        MeanWhatTheStandardSays($"(?:\\b|\\B)(?:{pattern})", matching, others);
        MeanWhatTheStandardSays($"(?=)(?:{pattern})", matching, others);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a{3,2}")]
    [InlineData("[z-a]")]
    [InlineData("\\p{Nonsense}")]
    [InlineData("\\u{110000}")]
    [InlineData("(?<a>x)(?<a>y)")]
    [InlineData("\\k<a>")]
    [InlineData("(a)\\2")]
    [InlineData("(?i)a")]
    [InlineData("\\")]
    [InlineData("\\y")]
    [InlineData("(?=a)*")]
    public void ThatAreNoneAreFaultsOfTheSchema(string pattern)
    {
        var fault = Assert.Single(Compiled.Faults($$"""{"pattern":"{{pattern.Replace("\\", "\\\\")}}"}"""));
        Assert.Equal("#/pattern", fault.Location);
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^([a-zA-Z]+)*$")]
    [InlineData("(x+x+)+y")]
    [InlineData("^[ab]*a[ab]{12}$")]
    [InlineData("\\b[ab]*a[ab]{12}\\b$")]
    public void ThatAreRegularTakeNoLongerThanTheirText(string pattern)
    {
        var schema = Compiled.Schema($$"""{"pattern":"{{pattern.Replace("\\", "\\\\")}}"}""");
        Assert.Empty(schema.Notices);
        Assert.Equal(SchemaVerdict.Invalid, schema.Judge($"\"{new string('a', 5000)}!\""));
    }

    [Theory]
    [InlineData("^(?=a)(a+)+$")]
    [InlineData("^(a+)+\\1$")]
    [InlineData("^(?:(?=a)a|a(?=a))*$")]
    public void ThatMayTakeForeverAreListedAndEndWithTheirBudget(string pattern)
    {
        var schema = Compiled.Schema($$"""{"pattern":"{{pattern.Replace("\\", "\\\\")}}"}""");
        Assert.Equal("#/pattern", Assert.Single(schema.Notices).Location);
        Assert.Equal(SchemaVerdict.OverBudget, schema.Judge($"\"{new string('a', 5000)}!\""));
        Assert.True(schema.IsValid("\"aa\""));
    }
}
