namespace Statute.Tests.Tables;

public sealed class RowAdded
{
    [Fact]
    public void IsInAnotherTable()
    {
        var before = StatusTable.Default.Rows.ToList();
        var table = StatusTable.Default.Add(201, "Created");
        Assert.Equal(new StatusRow(201, "Created", RowKind.Normal, "Created", RepeatRule.Silent), table.Find(201));
        Assert.Equal([200, 201, 202], table.Rows.Take(3).Select(row => row.Code));
        Assert.Null(StatusTable.Default.Find(201));
        Assert.Equal(before, StatusTable.Default.Rows);
    }

    [Fact]
    public void KeepsItsDescriptionAndRepeat() =>
        Assert.Equal(
            new StatusRow(429, "Too Many Requests", RowKind.Abnormal, "Slower.", RepeatRule.After),
            StatusTable.Default.Add(429, "Too Many Requests", "Slower.", RepeatRule.After).Find(429));

    [Theory]
    [InlineData(404, "Not Here", null, RepeatRule.Silent, "Row 404 is in the table already, as 'Not Found'")]
    [InlineData(199, "Early", null, RepeatRule.Silent, "Row 199: the code must be between 200 and 599")]
    [InlineData(-1, "Below", null, RepeatRule.Silent, "Row -1: the code must be between 200 and 599")]
    [InlineData(600, "Beyond", null, RepeatRule.Silent, "Row 600: the code must be between 200 and 599")]
    [InlineData(418, "Th\u00e9", null, RepeatRule.Silent, "Row 418: the message must have 1 to 64 printable ASCII")]
    [InlineData(418, "", "d", RepeatRule.Silent, "Row 418: the message must have 1 to 64 printable ASCII")]
    [InlineData(418, "Teapot", "", RepeatRule.Silent, "Row 418: the description has 0 characters")]
    [InlineData(201, "Created", null, RepeatRule.After, "Row 201: a normal row has no repeat rule")]
    public void IsRefusedWhereItIsNotValid(int code, string message, string? description, RepeatRule repeat, string fault)
    {
        var exception = Assert.Throws<StatusTableException>(() => StatusTable.Default.Add(code, message, description, repeat));
        Assert.StartsWith(fault, Assert.Single(exception.Faults));
    }

    [Fact]
    public void TakesItsProblemsBackFromAnAlias()
    {
        var aliased = TableText.Load(TableText.With("{\"code\":415,\"as\":400}"));
        Assert.Equal(415, aliased.Add(415, "Unsupported Media Type").RowOf(ProblemType.UnsupportedMediaType).Code);
        Assert.Equal(400, aliased.Add(201, "Created").RowOf(ProblemType.UnsupportedMediaType).Code);
    }
}
