using System.Data.Common;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OracleException = Oracle.ManagedDataAccess.Client.OracleException;

namespace Statute.AspNetCore.Tests.Recognised;

public sealed class WhatLooksLikeADatabaseConflict
{
    private static readonly Dictionary<string, Exception> Others = new()
    {
        ["no exception of a database"] = new InvalidOperationException("23505: duplicate key value violates unique constraint"),
        ["its code in Data"] = new InvalidOperationException("Refused.") { Data = { ["SqlState"] = "23505" } },
        ["its code in HResult"] = new InvalidOperationException("Refused.") { HResult = 2627 },
        ["a number of nobody's"] = new NumberedException(2627, null),
        ["the code of the constraint's class alone"] = new SqliteException("UNIQUE constraint failed: items.sku", 19),
        ["a lock that is held"] = new SqliteException("database is locked", 5, 261),
        ["a table that is locked"] = new SqliteException("database table is locked", 6, 262),
        ["a state that only begins alike"] = new NumberedException(0, "235050"),
        ["an empty state"] = new NumberedException(0, ""),
        ["a connection that broke"] = new NpgsqlException("Exception while reading from stream", new IOException("Broken pipe")),
        ["a failed update"] = new DbUpdateException("See the inner exception.", new NotSupportedException()),
        ["a state that cannot be read"] = new UnreadableException(),
        ["a number that cannot be read"] = new MySql.Data.MySqlClient.MySqlException(() => throw new NotSupportedException()),
        ["the name, without the number"] = Made("Microsoft.Data.SqlClient.SqlException", typeof(NamelessException)),
        ["the name, of no database's exception"] = Made("Microsoft.Data.SqlClient.SqlException", typeof(InvalidOperationException)),
        ["the name in another namespace"] = Made("Store.DbUpdateConcurrencyException", typeof(InvalidOperationException)),
        ["nothing inside"] = new AggregateException(),
        ["several inside, none of a database"] = new AggregateException(new TimeoutException(), new AggregateException(new IOException())),
    };

    public static TheoryData<string> Names() => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsNone(string name) => Assert.Equal(DatabaseConflict.None, Recognitions.ConflictOf(Others[name]));

    [Fact]
    public void IsOneWhereATypeDerivesFromTheProviders() =>
        Assert.Equal(DatabaseConflict.UniqueKey, Recognitions.ConflictOf(new DerivedException()));

    [Fact]
    public void IsOneWhereItStandsBesideOthers() => Assert.Equal(
        DatabaseConflict.UniqueKey,
        Recognitions.ConflictOf(new AggregateException(
            new TimeoutException(), new UnreadableException(), new AggregateException(new NumberedException(0, "23505")))));

    [Fact]
    public void IsLookedForInSoManyExceptionsOnly()
    {
        Assert.Equal(DatabaseConflict.UniqueKey, Recognitions.ConflictOf(Wrapped(63)));
        Assert.Equal(DatabaseConflict.None, Recognitions.ConflictOf(Wrapped(64)));

        static Exception Wrapped(int times) => Enumerable.Range(0, times).Aggregate<int, Exception>(
            new NumberedException(0, "23505"), (inner, _) => new InvalidOperationException("Refused.", inner));
    }

    // Each level doubles the ways to the innermost: followed one by one, they are more than anybody can wait for.
    [Fact]
    public void IsLookedForInSharedExceptionsWithoutFollowingEveryWay() => Assert.Equal(
        DatabaseConflict.None,
        Recognitions.ConflictOf(Enumerable.Range(0, 60).Aggregate<int, Exception>(
            new TimeoutException(), (inner, _) => new AggregateException("Refused.", inner, inner))));

    private static Exception Made(string name, Type parent)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new("Namesakes"), AssemblyBuilderAccess.Run).DefineDynamicModule("Namesakes");
        return (Exception)Activator.CreateInstance(module.DefineType(name, TypeAttributes.Public, parent).CreateType())!;
    }

    public class NamelessException : DbException;

    private sealed class NumberedException(int number, string? state) : DbException("Refused.")
    {
        public int Number => number;

        public override string? SqlState => state;
    }

    private sealed class UnreadableException : DbException
    {
        public override string? SqlState => throw new NotSupportedException();
    }

    private sealed class DerivedException() : OracleException(1)
    {
        public new string Number => "ORA-00001";
    }
}
