namespace Statute.Jobs.Accepting;

/// <summary>Tells that an endpoint has the filter that makes jobs of its requests; an attribute alone gives a minimal API none.</summary>
internal sealed class AcceptanceMetadata;
