namespace Statute.Tests.Tables;

public sealed class ProblemWithAnotherRow
{
    private static readonly StatusTable Table = StatusTable.Default.Answer(ProblemType.InvalidContent, 400);

    [Fact]
    public void IsAnsweredWithItAloneAndInAnotherTable()
    {
        Assert.Equal(400, Table.RowOf(ProblemType.InvalidContent).Code);
        Assert.All(
            ProblemTypes.All.Where(problem => problem != ProblemType.InvalidContent),
            problem => Assert.Equal(problem.Code(), Table.RowOf(problem).Code));
        Assert.Equal(StatusTable.Default.Rows, Table.Rows);
        Assert.Equal(422, StatusTable.Default.RowOf(ProblemType.InvalidContent).Code);
    }

    [Fact]
    public void KeepsItWhereRowsAreAdded() => Assert.Equal(400, Table.Add(201, "Created").RowOf(ProblemType.InvalidContent).Code);

    [Fact]
    public void MayGetARowThatWasAdded() => Assert.Equal(
        410,
        StatusTable.Default.Add(410, "Gone").Answer(ProblemType.ResourceNotFound, 410).RowOf(ProblemType.ResourceNotFound).Code);

    [Theory]
    [InlineData(418, "Row 418, which invalid-content shall be answered with, is not in the table")]
    [InlineData(200, "Row 200 is a normal row; invalid-content is not answered with one")]
    public void IsRefusedARowThatDoesNotFit(int code, string fault)
    {
        var exception = Assert.Throws<StatusTableException>(() => StatusTable.Default.Answer(ProblemType.InvalidContent, code));
        Assert.StartsWith(fault, Assert.Single(exception.Faults));
    }
}
