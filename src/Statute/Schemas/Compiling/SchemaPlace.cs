using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>A schema as it stands in its document.</summary>
internal sealed record SchemaPlace(SchemaDocument Document, string Pointer, JsonElement Element, SchemaResource Resource)
{
    public string Location => Document.LocationOf(Pointer);

    public bool Equals(SchemaPlace? other) => other is not null && Document == other.Document && Pointer == other.Pointer;

    public override int GetHashCode() => HashCode.Combine(Document, Pointer);
}
