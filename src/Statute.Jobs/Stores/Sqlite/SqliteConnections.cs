using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>How the file is connected to.</summary>
internal static class SqliteConnections
{
    private const int NoCheckpointOnClose = 1006;

    /// <summary>Opens a connection. None is pooled: each is closed when its owner says so.</summary>
    internal static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            // Somebody's sqlite3 in a shell may hold the file for a moment.
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Whether closing leaves the file and its log as they are.</summary>
    internal static void LeaveFilesOnClose(this SqliteConnection connection, bool leave) =>
        raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, leave ? 1 : 0, out _);

    internal static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static object Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
