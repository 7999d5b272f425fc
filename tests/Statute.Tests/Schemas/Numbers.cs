using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>Numbers are judged as decimal text: nothing is rounded, nothing overflows.</summary>
public sealed class Numbers
{
    [Theory]
    [InlineData("""{"multipleOf":0.01}""", "0.07 1.15 4.35 19.99 123456789012345678901234567890.12 1e2 0 -0.00 7e-2", "0.075 1e-3 0.001")]
    [InlineData("""{"multipleOf":0.0001}""", "0.0075 1", "0.00751")]
    [InlineData("""{"multipleOf":0.4}""", "2 0.8 4 -1.2 0.40 1e1", "1 3 5 0.5 1e0")]
    [InlineData("""{"multipleOf":3}""", "3 -3 3.0 300e-2 999999999999999999999999999999 1.2e1", "4 1e400 0.3 3.1")]
    [InlineData("""{"multipleOf":2.5e3}""", "2500 5000.0 1e4 1e400", "2501 1e2")]
    [InlineData("""{"multipleOf":1e-400}""", "1 1e-400 7e-399", "1e-401")]
    [InlineData("""{"maximum":9223372036854775807}""", "9223372036854775807 -9223372036854775809", "9223372036854775808 1e400")]
    [InlineData("""{"maximum":9007199254740993}""", "9007199254740993 9007199254740992.9", "9007199254740994 9007199254740993.1")]
    [InlineData("""{"minimum":0.1}""", "0.1 0.10 1e-1 0.10000000000000000000000000000000001", "0.09999999999999999999999999999999999 -1 0")]
    [InlineData("""{"exclusiveMaximum":1e400}""", "1e399 -1e500", "1e400 10e399 1e401 1e99999999999999999999")]
    [InlineData("""{"exclusiveMinimum":-0.0}""", "1e-99999999999999999999 1", "0 -0 0.0 0e5 -1e-400")]
    [InlineData("""{"type":"integer"}""", "1 1.0 1e2 1.5e1 -0.0 100e-2 1e400", "1.5 1e-1 1.05e1")]
    [InlineData("""{"enum":[1,0.5,1e400]}""", "1 1.0 10e-1 0.50 5e-1 10e399", "1.01 -1 1e401")]
    [InlineData("""{"const":0}""", "0 -0 0.0 0e9", "1e-9")]
    [InlineData("""{"uniqueItems":true}""", "[1,2] [1,-1] [0.1,0.01,1e2] [1,true] [0,false]", "[1,1.0] [100,1e2] [0,-0] [[1],[1.0]]")]
    public void AreExact(string schema, string valid, string invalid)
    {
        var compiled = Compiled.Schema(schema);
        Assert.All(valid.Split(' '), number => Assert.True(compiled.IsValid(number), number));
        Assert.All(invalid.Split(' '), number => Assert.False(compiled.IsValid(number), number));
    }

    [Theory]
    [InlineData("""{"uniqueItems":true}""", "[1e{0},1e{1}]")]
    [InlineData("""{"const":1e{0}}""", "1e{1}")]
    [InlineData("""{"maximum":1e{0}}""", "1e{1}")]
    [InlineData("""{"minimum":1e-{0}}""", "1e-{1}")]
    public void AreExactAsFarAsTheirExponentsAreJudged(string schema, string content)
    {
        var (one, more) = ("99999999999999999999999999999999998", "99999999999999999999999999999999999");
        var compiled = Compiled.Schema(schema.Replace("{0}", one));
        Assert.Equal(schema.Contains("unique"), compiled.IsValid(content.Replace("{0}", one).Replace("{1}", more)));
        Assert.Equal(!schema.Contains("unique"), compiled.IsValid(content.Replace("{0}", one).Replace("{1}", one)));
    }

    [Theory]
    [InlineData("1e1000000000000000000000000000000000000")]
    [InlineData("[-0.5E-1000000000000000000000000000000000000]")]
    public void AreOverBudgetWhereTheirExponentsAreNot(string content)
    {
        Assert.Equal(SchemaVerdict.OverBudget, Compiled.Schema("true").Judge(content));
        Assert.Equal(SchemaVerdict.OverBudget, Compiled.Schema("""{"not":{"type":"string"}}""").Judge(content));
        Assert.Equal(SchemaVerdict.Valid, Compiled.Schema("true").Judge(content.Replace("e", "e000").Replace("000000", "")));
    }

    [Theory]
    [InlineData("int32", "0 2147483647 -2147483648 1e3 5.0", "2147483648 -2147483649 0.5 1e10")]
    [InlineData("int64", "9223372036854775807 -9223372036854775808 1e18", "9223372036854775808 -9223372036854775809 0.5 1e19")]
    [InlineData("float", "3.4e38 -3.4e38 0.1 1e-60", "3.5e38 1e400")]
    [InlineData("double", "1.7e308 -1.7e308 1e-400 12345678901234567890.5", "1.8e308 1e400")]
    public void OfAFormatFitIntoIt(string format, string valid, string invalid) =>
        AreExact($$"""{"format":"{{format}}"}""", valid, invalid);
}
