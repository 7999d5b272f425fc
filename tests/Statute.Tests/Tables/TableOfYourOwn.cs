using System.Text;

namespace Statute.Tests.Tables;

public sealed class TableOfYourOwn
{
    [Fact]
    public void LoadsAsItIsWritten()
    {
        var again = TableText.Load($"{{\"rows\":[{string.Join(',', StatusTable.Rfc9110.Rows.Select(TableText.Json))}]}}");
        Assert.Equal(StatusTable.Rfc9110.Rows, again.Rows);
    }

    [Fact]
    public void HasItsRowsInTheOrderOfTheirCodes()
    {
        var backwards = StatusTable.Default.Rows.Reverse().Select(TableText.Json);
        Assert.Equal(StatusTable.Default.Rows, TableText.Load($"{{\"rows\":[{string.Join(',', backwards)}]}}").Rows);
    }

    [Fact]
    public void MayHaveCommentsTrailingCommasAndAByteOrderMark()
    {
        var table = "\uFEFF// mine\n" + TableText.And().Replace("]}", ", /* the end */ ],\n}", StringComparison.Ordinal);
        Assert.Equal(StatusTable.Default.Rows, TableText.Load(table).Rows);
        Assert.Equal(0xEF, Encoding.UTF8.GetBytes(table)[0]);
    }

    [Fact]
    public void AnswersAnAliasWithTheRowThatItNames()
    {
        var table = TableText.Load(TableText.With("{\"code\":415,\"as\":400}"));
        Assert.Equal(400, table.RowOf(ProblemType.UnsupportedMediaType).Code);
        Assert.Equal(400, table.RowOf(ProblemType.UnsupportedContentCoding).Code);
        Assert.Equal(404, table.RowOf(ProblemType.NotFound).Code);
        Assert.Null(table.Find(415));
    }

    [Fact]
    public void MayNotChainAliases()
    {
        var fault = Assert.Single(TableText.Faults(TableText.With("{\"code\":415,\"as\":413}", "{\"code\":413,\"as\":400}")));
        Assert.StartsWith("Row 415: 'as' names 413, which is not a row", fault);
        Assert.Equal(2, TableText.Faults(TableText.With("{\"code\":415,\"as\":413}", "{\"code\":413,\"as\":415}")).Count);
    }

    [Fact]
    public void DoesNotBlameAnAliasForTheRowItNames() =>
        Assert.StartsWith("Row 400: 'message'", Assert.Single(TableText.Faults(TableText.With(
            "{\"code\":415,\"as\":400}", "{\"code\":400,\"kind\":\"abnormal\",\"description\":\"d\"}"))));
}
