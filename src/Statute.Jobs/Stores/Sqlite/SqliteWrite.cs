namespace Statute.Jobs.Stores.Sqlite;

/// <summary>One change of the file. Many may be committed as one; each is told when it is on the disk.</summary>
internal abstract class SqliteWrite(CancellationToken cancel)
{
    /// <summary>How many bytes of content it writes.</summary>
    internal virtual int Size => 0;

    /// <summary>Whether it may use the room that is kept for a full disk: it ends or frees something, and is small.</summary>
    internal virtual bool MayUseBallast => false;

    /// <summary>Whether its caller has been told already.</summary>
    internal abstract bool IsDone { get; }

    protected CancellationToken Cancel => cancel;

    /// <summary>Changes the tables, within a transaction; called again where that was rolled back.</summary>
    internal abstract void Apply(SqliteTables tables);

    /// <summary>Is told that the change is on the disk. Called in the order of the changes.</summary>
    internal abstract void Commit();

    /// <summary>Is told that nothing was changed.</summary>
    internal abstract void Fail(Exception why);
}

/// <inheritdoc/>
internal abstract class SqliteWrite<T>(CancellationToken cancel) : SqliteWrite(cancel)
{
    // A waiter goes on elsewhere: the thread that commits is everybody's.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    internal Task<T> Done => _done.Task;

    internal sealed override bool IsDone => _done.Task.IsCompleted;

    internal sealed override void Apply(SqliteTables tables)
    {
        if (Cancel.IsCancellationRequested)
        {
            _done.TrySetCanceled(Cancel);
        }
        else if (!IsDone && Refusal(tables) is { } refusal)
        {
            _done.SetException(refusal);
        }
        else if (!IsDone)
        {
            _result = Change(tables);
        }
    }

    internal sealed override void Commit()
    {
        if (!IsDone)
        {
            Committed(_result);
            _done.SetResult(_result);
        }
    }

    internal sealed override void Fail(Exception why) => _done.TrySetException(why);

    /// <summary>Why nothing is to be changed, or null.</summary>
    protected virtual JobStoreException? Refusal(SqliteTables tables) => null;

    protected abstract T Change(SqliteTables tables);

    /// <summary>What is known beside the file follows it here.</summary>
    protected virtual void Committed(T result)
    {
    }
}
