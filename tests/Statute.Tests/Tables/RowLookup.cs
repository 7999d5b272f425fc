namespace Statute.Tests.Tables;

public sealed class RowLookup
{
    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(199)]
    [InlineData(418)]
    [InlineData(600)]
    [InlineData(int.MaxValue)]
    public void OfACodeWithoutARowIsNull(int code) => Assert.Null(StatusTable.Default.Find(code));

    [Fact]
    public void OfAProblemIsTheRowOfItsCode() =>
        Assert.All(ProblemTypes.All, problem => Assert.Same(StatusTable.Default.Find(problem.Code()), StatusTable.Default.RowOf(problem)));

    [Fact]
    public void AllocatesNothing()
    {
        var table = StatusTable.Default;
        var sum = Codes(table);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += Codes(table);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    private static int Codes(StatusTable table)
    {
        var sum = 0;
        for (var code = -1; code < 700; code++)
        {
            sum += table.Find(code)?.Code ?? 0;
        }

        for (var problem = ProblemType.InvalidHead; problem <= ProblemType.ContentLengthOverLimit; problem++)
        {
            sum += table.RowOf(problem).Code;
        }

        return sum;
    }
}
