using System.Text.Json.Serialization;
using Statute.Jobs.Wire;

namespace Statute.Jobs.Accepting;

/// <summary>How stored messages are written; independent of what the application has set for its own JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredRequest))]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class StoredJson : JsonSerializerContext;
