using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.Jobs.Accepting;
using Statute.Jobs.Running;
using Statute.Jobs.Stores;
using Statute.Judging;
using Statute.Problems;

namespace Statute.Jobs.Wire;

/// <summary>
/// What can be done with jobs over HTTP. A job of somebody else is answered as one that does not exist, at every place and every time.
/// </summary>
internal sealed class JobEndpoints(
    IJobStore store, JobMonitors monitors, JobPlaces places, JobEnd end, RunningJobs running, IOptions<JobOptions> options)
{
    private const int DefaultCount = 20;
    private const int MaxCount = 100;

    internal async Task<IResult> MonitorAsync(string id, HttpContext context)
    {
        if (await FindAsync(id, context) is not { } job)
        {
            return Missing();
        }

        var preferences = Preferences.Of(context.Request.Headers);
        var waits = preferences.Wait > TimeSpan.Zero;
        if (waits)
        {
            job = await end.WaitAsync(job, preferences.Wait, context.RequestAborted);
        }

        return new MonitorReply(StatusCodes.Status200OK, await monitors.OfAsync(job, context), RetryDelay.Of(job, end.Now))
        {
            PreferenceApplied = waits ? preferences.WaitApplied : null,
        };
    }

    internal async Task<IResult> ResultAsync(string id, HttpContext context)
    {
        if (await FindAsync(id, context) is not { } job)
        {
            return Missing();
        }

        if (!job.IsEnded)
        {
            return await LaterAsync(job, context);
        }

        if (job.State == JobState.Canceled)
        {
            return new RefusedReply(Verdict.Refuse(ProblemType.ResourceNotFound, "The job was canceled before it had a result."));
        }

        // Where it has been forgotten since, it is a job that never was.
        return await store.FindAnswerAsync(job.Id, context.RequestAborted) is { } answer
            ? new AnswerReply(StoredAnswer.Unpack(answer)) { IsResult = true }
            : Missing();
    }

    internal async Task<IResult> CancelAsync(string id, HttpContext context)
    {
        if (await FindAsync(id, context) is not { } known || await store.CancelAsync(known.Id, context.RequestAborted) is not { } job)
        {
            return Missing();
        }

        running.Cancel(job.Id);
        return job.State switch
        {
            JobState.NotStarted or JobState.Running => await LaterAsync(job, context),
            JobState.Canceled => new MonitorReply(StatusCodes.Status200OK, monitors.Of(job, context.Request.PathBase), null),
            JobState.Succeeded or JobState.Failed => new RefusedReply(Verdict.Refuse(
                ProblemType.StateConflict, $"The job has ended as {job.State}, and cannot be canceled any more. Read its result.")),
        };
    }

    internal async Task<IResult> ForgetAsync(string id, HttpContext context)
    {
        if (await FindAsync(id, context) is not { } known || await store.ForgetAsync(known.Id, context.RequestAborted) is not { } job)
        {
            return Missing();
        }

        return job.IsEnded
            ? TypedResults.Ok()
            : new RefusedReply(Verdict.Refuse(
                ProblemType.StateConflict, $"The job is {job.State}; only one that has ended can be forgotten. Cancel it first, or wait."));
    }

    internal async Task<IResult> ListAsync(string? status, string? after, int? count, HttpContext context)
    {
        JobState? state = null;
        if (status is not null)
        {
            // Not by TryParse alone, which takes numbers, and several names at a time.
            if (!Enum.GetNames<JobState>().Contains(status, StringComparer.OrdinalIgnoreCase)
                || !Enum.TryParse<JobState>(status, ignoreCase: true, out var known))
            {
                return Unreadable("status", $"it must be one of {string.Join(", ", Enum.GetNames<JobState>())}");
            }

            state = known;
        }

        JobCursor? last = null;
        if (after is not null)
        {
            if (!JobCursor.TryParse(after, out var place))
            {
                return Unreadable("after", "it must be as the page before has it in 'next'");
            }

            last = place;
        }

        if (count < 1)
        {
            return Unreadable("count", "it must be 1 or more");
        }

        // Anonymous callers share no name, and get no list of each other's jobs.
        var limit = Math.Min(count ?? DefaultCount, MaxCount);
        var jobs = OwnerOf(context) is { } owner
            ? await store.ListAsync(new JobQuery(owner, state, last, limit + 1), context.RequestAborted)
            : [];
        return Page(context, jobs, state, limit);
    }

    private IResult Page(HttpContext context, IReadOnlyList<Job> jobs, JobState? state, int limit)
    {
        var pathBase = context.Request.PathBase;
        var filter = state is null ? "" : $"status={state}&";
        var next = jobs.Count > limit ? $"{places.List(pathBase)}?{filter}after={JobCursor.Of(jobs[limit - 1])}&count={limit}" : null;
        var page = new JobList([.. jobs.Take(limit).Select(job => monitors.Of(job, pathBase))], next);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(page, JobJson.Readable.JobList), "application/json");
    }

    private async Task<MonitorReply> LaterAsync(Job job, HttpContext context) =>
        new(StatusCodes.Status202Accepted, await monitors.OfAsync(job, context), RetryDelay.Of(job, end.Now)) { IsLocated = true };

    private async Task<Job?> FindAsync(string id, HttpContext context) =>
        JobId.TryParse(id, out var known)
        && await store.FindAsync(known, context.RequestAborted) is { } job
        && (job.Owner is null || job.Owner == OwnerOf(context))
            ? job
            : null;

    private string? OwnerOf(HttpContext context) => options.Value.OwnerOf(context.User);

    private static RefusedReply Missing() => new(Verdict.Refuse(ProblemType.ResourceNotFound));

    private static RefusedReply Unreadable(string parameter, string cure)
    {
        var detail = $"'{parameter}' cannot be read; {cure}.";
        return new RefusedReply(Verdict.Refuse(ProblemType.InvalidParameter, detail, [new ProblemError(detail, Parameter: parameter)]));
    }
}
