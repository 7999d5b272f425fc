using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The statements over the requests, or over the answers. Their rows have the numbers of the jobs.</summary>
internal sealed class ContentTable(SqliteConnection connection, string name) : IDisposable
{
    private readonly SqliteStatement _insert = new(connection, $"insert into {name} (seq, bytes) values (?1, ?2)");

    private readonly SqliteStatement _find = new(connection, $"select bytes from {name} where seq = ?1");

    private readonly SqliteStatement _delete = new(connection, $"delete from {name} where seq = ?1");

    internal void Insert(long seq, byte[] bytes) => _insert.Run(seq, bytes);

    /// <summary>The content, or null where it is not what was stored.</summary>
    internal ReadOnlyMemory<byte>? Find(long seq, long sum)
    {
        try
        {
            return _find.Ask(seq) is byte[] bytes && Checksum.Of(bytes) == sum ? new(bytes) : null;
        }
        catch (SqliteException fault) when (fault.IsDamage())
        {
            return null;
        }
    }

    internal void Delete(long seq) => _delete.Run(seq);

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
        _delete.Dispose();
    }
}
