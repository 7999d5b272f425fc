using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Statute.Jobs.Wire;

/// <summary>How jobs are shown; independent of what the application has set for its own JSON.</summary>
[JsonSerializable(typeof(JobMonitor))]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(JobMonitorError))]
internal sealed partial class JobJson : JsonSerializerContext
{
    /// <summary>Media types and patterns as they are: the answers are JSON, and nobody takes them for HTML.</summary>
    internal static JobJson Readable { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
