namespace Statute.Jobs.Stores;

/// <summary>The store cannot be opened, or cannot be relied on: its message names the file, what is wrong and the cure.</summary>
public class JobStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    public JobStoreException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
