namespace Statute.AspNetCore.Tests.PassPath;

/// <summary>Counting allocated bytes is process-wide, so that these tests run alone, after all others.</summary>
[CollectionDefinition(nameof(PassPathCollection), DisableParallelization = true)]
public sealed class PassPathCollection;
