using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Wire;

/// <summary>Shows jobs.</summary>
internal sealed class JobMonitors(
    IJobStore store, JobPlaces places, IOptions<JobOptions> options, IOptions<StatuteOptions> statute, ILogger<JobMonitors> logger)
{
    /// <summary>A job with all that there is to tell.</summary>
    internal async Task<JobMonitor> OfAsync(Job job, HttpContext context)
    {
        var monitor = Of(job, context.Request.PathBase);
        return job.State == JobState.Failed ? monitor with { Error = await ErrorAsync(job, context.RequestAborted) } : monitor;
    }

    /// <summary>A job without the problem that it may have failed with.</summary>
    internal JobMonitor Of(Job job, PathString pathBase)
    {
        var links = places.LinksOf(job.Id, pathBase);
        return new JobMonitor
        {
            Id = job.Id.ToString(),
            Status = job.State,
            Operation = job.Operation,
            Method = job.Operation.Split(' ')[0],
            Target = job.Target,
            CreatedAt = job.CreatedAt.UtcDateTime,
            StartedAt = job.StartedAt?.UtcDateTime,
            FinishedAt = job.EndedAt?.UtcDateTime,
            ExpiresAt = (job.EndedAt + options.Value.Retention)?.UtcDateTime,
            Attempts = job.Attempts,
            PercentComplete = job.IsEnded ? 100 : null,
            CancelRequestedAt = job.CancelRequestedAt?.UtcDateTime,
            MayHaveTakenEffect = job is { State: JobState.Canceled, StartedAt: not null } ? true : null,
            Result = job.Status is { } status
                ? new JobMonitorResult(status, links.Result, job.ContentType, job.ContentLength ?? 0)
                : null,
            Links = links,
        };
    }

    /// <summary>The problem of the answer; where the answer is none, or cannot be read, what is known of it.</summary>
    private async Task<JsonElement> ErrorAsync(Job job, CancellationToken cancel)
    {
        try
        {
            if (job.ContentType?.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase) == true
                && await store.FindAnswerAsync(job.Id, cancel) is { } answer)
            {
                return JsonElement.Parse(StoredAnswer.Unpack(answer).Content.Span);
            }
        }
        catch (Exception e) when (e is JobStoreException or JsonException)
        {
            logger.AnswerUnreadable(e, job.Id);
        }

        var row = job.Status is { } status ? statute.Value.Table.Find(status) : null;
        return JsonSerializer.SerializeToElement(new JobMonitorError(row?.Message, job.Status), JobJson.Readable.JobMonitorError);
    }
}
