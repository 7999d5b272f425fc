using System.Text.Json.Serialization;

namespace Statute.Jobs.Wire;

/// <summary>How jobs are shown; independent of what the application has set for its own JSON.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(JobMonitor))]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(JobMonitorError))]
internal sealed partial class JobJson : JsonSerializerContext;
