using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A new folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("jobs-").FullName;

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    internal byte[] Read(string name) => System.IO.File.ReadAllBytes(File(name));

    internal void Write(string name, byte[] bytes) => System.IO.File.WriteAllBytes(File(name), bytes);

    /// <summary>Turns a bit over.</summary>
    internal void Flip(string name, int offset)
    {
        var bytes = Read(name);
        bytes[offset] ^= 4;
        Write(name, bytes);
    }

    internal void Sql(string name, string sql) => Ask(name, sql);

    /// <summary>The first value of the first row.</summary>
    internal object? Ask(string name, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File(name)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>What a kill would leave of a process that has a store here: the system keeps what was written.</summary>
    internal TemporaryFolder CopyAsKilled()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            // Not by .NET, whose way to open a file would wait for its lock.
            using var copying = Process.Start("cp", [file, copy.Path]);
            copying.WaitForExit();
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
