namespace Statute.Schemas;

/// <summary>Gives the JSON text of a document that a schema refers to: null, or no bytes, if there is none.</summary>
/// <param name="uri">The absolute URI, without a fragment; a relative one where the schema has no base.</param>
public delegate ReadOnlyMemory<byte>? SchemaResolver(string uri);
