using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Statute.Jobs.Accepting;

namespace Statute.Jobs.Wire;

/// <summary>An answer that shows a job.</summary>
/// <param name="status">200, or 202 where what was asked for comes later.</param>
/// <param name="monitor">The job.</param>
/// <param name="retryAfter">After how many seconds to ask again; null where nothing will change.</param>
internal sealed class MonitorReply(int status, JobMonitor monitor, int? retryAfter) : JobReply
{
    private const string OperationLocation = "Operation-Location";

    /// <summary>Whether the answer to a request of something else has to say where the job is.</summary>
    internal bool IsLocated { get; init; }

    internal string? PreferenceApplied { get; init; }

    public override async Task ExecuteAsync(HttpContext httpContext)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(monitor, JobJson.Readable.JobMonitor);
        var response = httpContext.Response;
        response.StatusCode = status;
        var fields = response.Headers;
        fields.CacheControl = "no-store";
        fields.XContentTypeOptions = "nosniff";
        if (IsLocated)
        {
            fields.Location = monitor.Links.Self;
            fields[OperationLocation] = monitor.Links.Self;
            fields[HeaderNames.ContentLocation] = monitor.Links.Self;
        }

        if (retryAfter is { } seconds)
        {
            fields.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (PreferenceApplied is not null)
        {
            fields[Preferences.AppliedField] = PreferenceApplied;
        }

        if (IsRepeat)
        {
            fields[ReplayedField] = "true";
        }

        response.ContentType = "application/json";
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
