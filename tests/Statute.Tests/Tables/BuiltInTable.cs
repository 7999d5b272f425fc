namespace Statute.Tests.Tables;

public sealed class BuiltInTable
{
    private const string Fourteen = """
        200 | OK                       | Normal   | Silent
        202 | Accepted                 | Normal   | Silent
        400 | Bad Request              | Abnormal | Modified
        401 | Unauthorized             | Abnormal | Credentials
        403 | Forbidden                | Abnormal | Modified
        404 | Not Found                | Abnormal | Modified
        405 | Method Not Allowed       | Abnormal | Modified
        409 | Conflict                 | Abnormal | Silent
        413 | Request Entity Too Large | Abnormal | After
        415 | Unsupported Media Type   | Abnormal | Silent
        422 | Unprocessable Entity     | Abnormal | Silent
        500 | Internal Server Error    | Abnormal | Silent
        501 | Not Implemented          | Abnormal | Silent
        503 | Service Unavailable      | Abnormal | Modified
        """;

    private const string MoreOfRfc9110 = """
        201 | Created             | Normal   | Silent
        204 | No Content          | Normal   | Silent
        304 | Not Modified        | Normal   | Silent
        408 | Request Timeout     | Abnormal | After
        412 | Precondition Failed | Abnormal | Modified
        429 | Too Many Requests   | Abnormal | After
        502 | Bad Gateway         | Abnormal | Silent
        504 | Gateway Timeout     | Abnormal | Silent
        """;

    [Fact]
    public void HasTheFourteenRows() =>
        Assert.Equal(TableText.Lines(Fourteen), StatusTable.Default.Rows.Select(TableText.Row));

    [Fact]
    public void OfTheDefaultGrantsARepeatInOneRowOnly() =>
        Assert.Equal(413, Assert.Single(StatusTable.Default.Rows, row => row.Repeat == RepeatRule.After).Code);

    [Fact]
    public void OfRfc9110HasEightRowsMore()
    {
        var known = StatusTable.Default.Rows.Select(row => row.Code).ToHashSet();
        Assert.Equal(
            TableText.Lines(MoreOfRfc9110), StatusTable.Rfc9110.Rows.Where(row => !known.Contains(row.Code)).Select(TableText.Row));
    }

    [Fact]
    public void OfRfc9110KeepsTheFourteenExceptForTheRepeatOf503()
    {
        foreach (var row in StatusTable.Default.Rows)
        {
            var expected = row.Code == 503 ? row with { Repeat = RepeatRule.After, Description = "" } : row;
            var actual = StatusTable.Rfc9110.Find(row.Code);
            Assert.Equal(expected, row.Code == 503 ? actual! with { Description = "" } : actual);
        }
    }

    [Fact]
    public void DescribesEachRowInASentence() =>
        Assert.All(StatusTable.Rfc9110.Rows.Concat(StatusTable.Default.Rows), row => Assert.EndsWith(".", row.Description));
}
