namespace Statute.Jobs.Stores.Sqlite;

/// <summary>One change of the file. Many may be committed as one; each is told when it is on the disk.</summary>
internal abstract class SqliteWrite(CancellationToken cancel)
{
    /// <summary>Whether nobody waits for it any more.</summary>
    internal bool IsCanceled => cancel.IsCancellationRequested;

    protected CancellationToken Cancel => cancel;

    /// <summary>Changes the tables, within a transaction; called again where that was rolled back.</summary>
    internal abstract void Apply(SqliteTables tables);

    /// <summary>Is told that the change is on the disk. Called in the order of the changes.</summary>
    internal abstract void Commit();

    /// <summary>Is told that nothing was changed.</summary>
    internal abstract void Fail(Exception why);

    /// <summary>Is told that it was not tried.</summary>
    internal abstract void GiveUp();
}

/// <inheritdoc/>
internal abstract class SqliteWrite<T>(CancellationToken cancel) : SqliteWrite(cancel)
{
    // A waiter goes on elsewhere: the thread that commits is everybody's.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    internal Task<T> Done => _done.Task;

    internal sealed override void Apply(SqliteTables tables) => _result = Change(tables);

    internal sealed override void Commit()
    {
        Committed(_result);
        _done.SetResult(_result);
    }

    internal sealed override void Fail(Exception why) => _done.SetException(why);

    internal sealed override void GiveUp() => _done.SetCanceled(Cancel);

    protected abstract T Change(SqliteTables tables);

    /// <summary>What is known beside the file follows it here.</summary>
    protected virtual void Committed(T result)
    {
    }
}
