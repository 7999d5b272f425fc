namespace Statute.Jobs.Wire;

/// <summary>Marks the endpoint that lists jobs; all other places are below it.</summary>
internal sealed class JobListMetadata;
