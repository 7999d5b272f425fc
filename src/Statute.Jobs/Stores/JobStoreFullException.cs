namespace Statute.Jobs.Stores;

/// <summary>There is no room for new jobs now. What is stored is safe; it may be read, canceled, finished and forgotten.</summary>
public sealed class JobStoreFullException(string message, Exception? inner = null) : JobStoreException(message, inner);
