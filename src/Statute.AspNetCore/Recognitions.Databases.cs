using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;

namespace Statute.AspNetCore;

// A database's exceptions: standard states where the provider has them, else its own number, read without a reference to it.
internal static partial class Recognitions
{
    private const string EntityFrameworkConcurrency = "Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException";
    private const string Sqlite = "Microsoft.Data.Sqlite.SqliteException";
    private const string SqlServer = "Microsoft.Data.SqlClient.SqlException";
    private const string OldSqlServer = "System.Data.SqlClient.SqlException";
    private const string MySqlConnector = "MySqlConnector.MySqlException";
    private const string MySql = "MySql.Data.MySqlClient.MySqlException";
    private const string Oracle = "Oracle.ManagedDataAccess.Client.OracleException";

    // Exceptions may share inner ones, so that what grows without end is their number and not only their depth.
    private const int MostExceptions = 64;

    private static readonly ConcurrentDictionary<Type, (string? Name, PropertyInfo? Number)> DatabaseExceptions = new();

    /// <summary>The conflict that this exception, or one inside it, reports; the outermost where there are several.</summary>
    internal static DatabaseConflict ConflictOf(Exception exception)
    {
        var open = new Queue<Exception>([exception]);
        for (var looked = 0; looked < MostExceptions && open.TryDequeue(out var next); looked++)
        {
            var conflict = OwnConflictOf(next);
            if (conflict != DatabaseConflict.None)
            {
                return conflict;
            }
            if (next is AggregateException several)
            {
                foreach (var inner in several.InnerExceptions.Take(MostExceptions))
                {
                    open.Enqueue(inner);
                }
            }
            else if (next.InnerException is { } inner)
            {
                open.Enqueue(inner);
            }
        }
        return DatabaseConflict.None;
    }

    private static DatabaseConflict OwnConflictOf(Exception exception)
    {
        var (name, number) = DatabaseExceptions.GetOrAdd(exception.GetType(), Known);
        if (name == EntityFrameworkConcurrency)
        {
            return DatabaseConflict.Concurrent;
        }
        if (exception is not DbException database)
        {
            return DatabaseConflict.None;
        }
        try
        {
            var conflict = ConflictOfState(database.SqlState);
            return conflict == DatabaseConflict.None && number?.GetValue(database) is int value ? ConflictOfNumber(name, value) : conflict;
        }
        // Whatever a provider's property throws, the exception is still the application's, and has to become its 500.
        catch (Exception)
        {
            return DatabaseConflict.None;
        }
    }

    // SQLSTATE of PostgreSQL and the standard. Class 23 alone says too little: MySQL gives 23000 for a missing foreign key too.
    private static DatabaseConflict ConflictOfState(string? state) => state switch
    {
        "23505" => DatabaseConflict.UniqueKey,
        // Serialization failure, deadlock.
        "40001" or "40P01" => DatabaseConflict.Concurrent,
        _ => DatabaseConflict.None,
    };

    private static DatabaseConflict ConflictOfNumber(string? name, int number) => (name, number) switch
    {
        // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE, _ROWID.
        (Sqlite, 1555 or 2067 or 2579) => DatabaseConflict.UniqueKey,
        // SQLITE_BUSY_SNAPSHOT: what the transaction read is no longer so. SQLITE_BUSY and SQLITE_LOCKED say only that a lock was not had
        // in time: nobody need have changed the same thing, and the caller has nothing to look at again.
        (Sqlite, 517) => DatabaseConflict.Concurrent,
        // Duplicate key in a unique index, in a constraint.
        (SqlServer or OldSqlServer, 2601 or 2627) => DatabaseConflict.UniqueKey,
        // Deadlock, update conflict under snapshot isolation.
        (SqlServer or OldSqlServer, 1205 or 3960) => DatabaseConflict.Concurrent,
        // ER_DUP_ENTRY, ER_DUP_ENTRY_WITH_KEY_NAME.
        (MySqlConnector or MySql, 1062 or 1586) => DatabaseConflict.UniqueKey,
        // ER_LOCK_DEADLOCK.
        (MySqlConnector or MySql, 1213) => DatabaseConflict.Concurrent,
        // ORA-00001.
        (Oracle, 1) => DatabaseConflict.UniqueKey,
        // Deadlock, cannot serialize access.
        (Oracle, 60 or 8177) => DatabaseConflict.Concurrent,
        _ => DatabaseConflict.None,
    };

    // The property is asked of the type that has the name: one derived from it may hide the property, and the look-up be ambiguous.
    private static (string? Name, PropertyInfo? Number) Known(Type type)
    {
        for (var known = type; known is not null; known = known.BaseType)
        {
            switch (known.FullName)
            {
                case EntityFrameworkConcurrency:
                    return (known.FullName, null);
                case Sqlite:
                    return (known.FullName, NumberOf(known, "SqliteExtendedErrorCode"));
                case SqlServer or OldSqlServer or MySqlConnector or MySql or Oracle:
                    return (known.FullName, NumberOf(known, "Number"));
            }
        }
        return (null, null);
    }

    private static PropertyInfo? NumberOf(Type type, string property) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(p => p.Name == property && p.PropertyType == typeof(int) && p.GetIndexParameters().Length == 0);
}
