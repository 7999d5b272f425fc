using System.Text;

namespace Statute.Tests.Tables;

public sealed class TableWithFaults
{
    private const string Row404 = "\"code\":404,\"message\":\"Not Found\",\"kind\":\"abnormal\",\"description\":\"d\"";

    // row ## what its fault says
    private const string FaultyRows = """
        {"code":199,"message":"M","kind":"normal","description":"d"}                     ## Row 199: the code must be between 200 and 599
        {"code":600,"message":"M","kind":"abnormal","description":"d"}                   ## Row 600: the code must be between 200 and 599
        {"code":99,"as":400}                                                             ## Row 99: the code must be between 200 and 599
        {"code":9999,"as":400}                                                           ## Row 9999: the code must be between 200 and 599
        {"code":418,"message":"","kind":"abnormal","description":"d"}                    ## Row 418: the message must have 1 to 64
        {"code":418,"message":"Caf\u00e9","kind":"abnormal","description":"d"}           ## Row 418: the message must have 1 to 64
        {"code":418,"message":"a\r\nb: c","kind":"abnormal","description":"d"}           ## Row 418: the message must have 1 to 64
        {"code":418,"message":"\ud800","kind":"abnormal","description":"d"}              ## Row number 15: a text is not Unicode
        {"code":418,"message":7,"kind":"abnormal","description":"d"}                     ## Row 418: 'message' must be a text
        {"code":418,"kind":"abnormal","description":"d"}                                 ## Row 418: 'message' must be a text
        {"code":418,"message":null,"kind":"abnormal","description":"d"}                  ## Row 418: 'message' must be a text
        {"code":418,"message":"M","kind":"abnormal"}                                     ## Row 418: 'description' must be a text
        {"code":418,"message":"M","kind":"abnormal","description":""}                    ## Row 418: the description has 0 characters
        {"code":418,"message":"M","kind":"abnormal","description":"\udc00"}              ## Row number 15: a text is not Unicode
        {"code":418,"message":"M","description":"d"}                                     ## Row 418: 'kind' must be a text
        {"code":418,"message":"M","kind":"Abnormal","description":"d"}                   ## Row 418: the kind 'Abnormal' is not known
        {"code":418,"message":"M","kind":"normal","description":"d"}                     ## Row 418: the kind is Normal; a code from 400 is Abnormal
        {"code":201,"message":"M","kind":"abnormal","description":"d"}                   ## Row 201: the kind is Abnormal; a code below 400 is Normal
        {"code":201,"message":"M","kind":"normal","description":"d","repeat":"modified"} ## Row 201: a normal row has no repeat rule
        {"code":418,"message":"M","kind":"abnormal","description":"d","repeat":"never"}  ## Row 418: the repeat rule 'never' is not known
        {"code":418,"message":"M","kind":"abnormal","description":"d","repeat":null}     ## Row 418: 'repeat' must be a text
        {"code":404,"message":"M","kind":"abnormal","description":"d"}                   ## Row 404 stands twice
        {"code":404,"as":400}                                                            ## Row 404 stands twice
        {"code":418,"as":999}                                                            ## Row 418: 'as' names 999, which is not a row
        {"code":418,"as":418}                                                            ## Row 418: 'as' names 418, which is not a row
        {"code":418,"as":200}                                                            ## Row 418: 'as' names 200, which is a normal row
        {"code":418,"as":"400"}                                                          ## Row 418: 'as' must be the code of a row
        {"code":418,"as":400,"message":"M"}                                              ## Row 418: 'as' names the row that takes this code, so
        {"message":"M","kind":"abnormal","description":"d"}                              ## Row number 15: 'code' must be a whole number
        {"code":"418","message":"M","kind":"abnormal","description":"d"}                 ## Row number 15: 'code' must be a whole number
        {"code":418.5,"message":"M","kind":"abnormal","description":"d"}                 ## Row number 15: 'code' must be a whole number
        {"code":99999999999,"message":"M","kind":"abnormal","description":"d"}           ## Row number 15: 'code' must be a whole number
        {"code":418,"code":419,"message":"M","kind":"abnormal","description":"d"}        ## Row number 15: the member 'code' stands twice
        {"code":418,"message":"M","kind":"abnormal","description":"d","retry":"x"}       ## Row number 15: the member 'retry' is not known
        418                                                                              ## Row number 15 must be an object
        """;

    // table ## what its fault says
    private const string FaultyRoots = """
        []                    ## The table must be an object with an array 'rows'
        null                  ## The table must be an object with an array 'rows'
        {}                    ## The table must be an object with an array 'rows'
        {"rows":{}}           ## The table must be an object with an array 'rows'
        {"rows":[}            ## The table is not JSON: line 1, byte 10
        {"rows":[] x          ## The table is not JSON: line 1
        {"rows":[]} {}        ## The table is not JSON: line 1
        {"\ud800":1,"rows":[]} ## The table is not Unicode
        """;

    public static TheoryData<string, string> Rows => Cases(FaultyRows);

    public static TheoryData<string, string> Roots => Cases(FaultyRoots);

    [Theory]
    [MemberData(nameof(Rows))]
    public void NamesTheRow(string row, string fault) =>
        Assert.StartsWith(fault, Assert.Single(TableText.Faults(TableText.And(row))));

    [Theory]
    [MemberData(nameof(Roots))]
    public void ThatHasNoRowsHasOneFault(string table, string fault) =>
        Assert.StartsWith(fault, Assert.Single(TableText.Faults(table)));

    [Fact]
    public void ThatIsEmptyIsNotJson() => Assert.StartsWith("The table is not JSON: line 1", Assert.Single(TableText.Faults("")));

    [Fact]
    public void ThatIsNotUtf8IsAFault()
    {
        var bytes = Encoding.Latin1.GetBytes(TableText.And(
            "{\"code\":418,\"message\":\"Caf\u00e9\",\"kind\":\"abnormal\",\"description\":\"d\"}"));
        var fault = Assert.Single(Assert.Throws<StatusTableException>(() => StatusTable.Load(bytes)).Faults);
        Assert.StartsWith("Row number 15: a text is not Unicode", fault);
    }

    [Fact]
    public void WithTwoListsOfRowsNamesTheMember() =>
        Assert.Contains(TableText.Faults("{\"rows\":[]," + TableText.And()[1..]), fault => fault.Contains("'rows' stands twice"));

    [Fact]
    public void WithAMemberOfItsOwnNamesIt() =>
        Assert.Contains("'version'", Assert.Single(TableText.Faults("{\"version\":1," + TableText.And()[1..])));

    [Fact]
    public void WithATextThatIsTooLongSaysTheLimit()
    {
        Assert.Contains("1 to 64", Assert.Single(TableText.Faults(TableText.And(Row(new string('m', 65), "d")))));
        Assert.Contains("501 characters, not 1 to 500", Assert.Single(TableText.Faults(TableText.And(Row("M", new string('d', 501))))));
        Assert.NotNull(TableText.Load(TableText.And(Row(new string('m', 64), new string('d', 500)))).Find(418));
    }

    [Fact]
    public void ListsAllOfThemAtOnce()
    {
        var faults = TableText.Faults($$"""
            { "more": 1, "rows": [ 1, { {{Row404}}, "repeat": "x" },
              { "code": 401 }, { "code": 415, "as": 404 }, { "code": 413, "as": 410 } ] }
            """);
        string[] starts =
        [
            "The member 'more'", "Row number 1 must", "Row 404: the repeat rule 'x'", "Row 401: 'message'", "Row 401: 'description'",
            "Row 401: 'kind'", "Row 413: 'as' names 410", "Row 400 is missing, which invalid-head",
            "Row 501 is missing, which unknown-method, not-built",
            "Row 405 is missing", "Row 503 is missing", "Row 403 is missing",
            "Row 422 is missing", "Row 409 is missing", "Row 500 is missing",
        ];
        Assert.Equal(starts.Length, faults.Count);
        Assert.All(starts, start => Assert.Single(faults, fault => fault.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void SaysTheirNumberAndEachInItsMessage()
    {
        var exception = Assert.Throws<StatusTableException>(() => TableText.Load("{\"rows\":[]}"));
        Assert.StartsWith($"The status table has {exception.Faults.Count} fault(s):\n", exception.Message);
        Assert.All(exception.Faults, fault => Assert.Contains(fault, exception.Message));
    }

    private static string Row(string message, string description) =>
        TableText.Json(new StatusRow(418, message, RowKind.Abnormal, description, RepeatRule.Silent));

    private static TheoryData<string, string> Cases(string table)
    {
        var data = new TheoryData<string, string>();
        foreach (var parts in table.Split('\n').Select(line => line.Split(" ## ", StringSplitOptions.TrimEntries)))
        {
            data.Add(parts[0], parts[1]);
        }

        return data;
    }
}
