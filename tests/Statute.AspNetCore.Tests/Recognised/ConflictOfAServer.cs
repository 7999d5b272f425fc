using System.Globalization;

namespace Statute.AspNetCore.Tests.Recognised;

/// <summary>The exceptions of servers that no test has at hand: of the provider's own type, with the code that its server sends.</summary>
public sealed class ConflictOfAServer
{
    // The number of one provider is another thing to the next: 1205 is a deadlock to SQL Server, a lock not had in time to MySQL.
    private const string Table = """
        Npgsql         23505       UniqueKey
        Npgsql         40001       Concurrent
        Npgsql         40P01       Concurrent
        Npgsql         23502       None
        Npgsql         23503       None
        Npgsql         23514       None
        Npgsql         23000       None
        Npgsql         55P03       None
        Npgsql         57014       None
        SqlServer      2601        UniqueKey
        SqlServer      2627        UniqueKey
        SqlServer      1205        Concurrent
        SqlServer      3960        Concurrent
        SqlServer      547         None
        SqlServer      515         None
        SqlServer      1222        None
        SqlServer      1062        None
        SqlServer      1           None
        OldSqlServer   2601        UniqueKey
        OldSqlServer   2627        UniqueKey
        OldSqlServer   1205        Concurrent
        OldSqlServer   3960        Concurrent
        OldSqlServer   547         None
        MySqlConnector 1062/23000  UniqueKey
        MySqlConnector 1586/23000  UniqueKey
        MySqlConnector 1213/40001  Concurrent
        MySqlConnector 1213/-      Concurrent
        MySqlConnector 1452/23000  None
        MySqlConnector 1048/23000  None
        MySqlConnector 3819/HY000  None
        MySqlConnector 1205/HY000  None
        MySqlConnector 2627/HY000  None
        MySql          1062        UniqueKey
        MySql          1586        UniqueKey
        MySql          1213        Concurrent
        MySql          1452        None
        Oracle         1           UniqueKey
        Oracle         60          Concurrent
        Oracle         8177        Concurrent
        Oracle         2291        None
        Oracle         1400        None
        Oracle         2290        None
        """;

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in Table.Split('\n'))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            rows.Add(cells[0], cells[1], cells[2]);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void IsRecognisedByItsCode(string provider, string code, string conflict) =>
        Assert.Equal(Enum.Parse<DatabaseConflict>(conflict), Recognitions.ConflictOf(ExceptionOf(provider, code)));

    [Theory]
    [MemberData(nameof(Rows))]
    public void IsRecognisedInside(string provider, string code, string conflict) => Assert.Equal(
        Enum.Parse<DatabaseConflict>(conflict),
        Recognitions.ConflictOf(new InvalidOperationException("Not saved.", new TimeoutException("Late.", ExceptionOf(provider, code)))));

    private static Exception ExceptionOf(string provider, string code)
    {
        if (provider == "Npgsql")
        {
            return new Npgsql.PostgresException("Refused.", "ERROR", "ERROR", code);
        }
        var number = int.Parse(code.Split('/')[0], CultureInfo.InvariantCulture);
        return provider switch
        {
            "SqlServer" => ProviderExceptions.OfSqlServer("Microsoft.Data.SqlClient", number),
            "OldSqlServer" => ProviderExceptions.OfSqlServer("System.Data.SqlClient", number),
            "MySqlConnector" => ProviderExceptions.OfMySqlConnector(number, code.Split('/')[1]),
            "MySql" => new MySql.Data.MySqlClient.MySqlException(() => number),
            "Oracle" => new Oracle.ManagedDataAccess.Client.OracleException(number),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such provider."),
        };
    }
}
