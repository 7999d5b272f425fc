using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.Jobs.Accepting;
using Statute.Jobs.Stores;
using Statute.Jobs.Wire;
using Statute.Judging;

namespace Statute.Jobs.Running;

/// <summary>Runs the request of a job through the application, and makes of its answer the outcome.</summary>
internal sealed class JobExecutor(
    IHttpContextFactory contexts,
    StatutePlacement placement,
    RunCallers callers,
    IOptions<JobOptions> options,
    IOptions<StatuteOptions> statute,
    ILogger<JobExecutor> logger)
{
    private static readonly JobOutcome Canceled = new() { State = JobState.Canceled };

    private readonly JobOptions _options = options.Value;
    private readonly StatusTable _table = statute.Value.Table;

    /// <summary>
    /// The outcome; null where there is none: the handler has not begun, or may begin again, and the application stops; or the job is
    /// somebody else's.
    /// </summary>
    internal async Task<JobOutcome?> ExecuteAsync(JobRun run)
    {
        var job = run.Job;
        if (run.End == RunEnd.LeaseLost)
        {
            return null;
        }

        if (job.CancelRequestedAt is not null || run.End == RunEnd.Canceled)
        {
            return Canceled with { CountsAttempt = false };
        }

        if (run.Request is not { } stored || StoredRequest.Unpack(stored) is not { } request)
        {
            logger.RequestDamaged(job.Id);
            return await EndAsync(run, Lost(job), Verdict.Refuse(ProblemType.UnexpectedError));
        }

        if (job.Attempts > 1 && !request.IsRepeatable)
        {
            return await EndAsync(run, request, Verdict.Refuse(ProblemType.OutcomeUnknown));
        }

        if (job.Attempts > _options.MaxAttempts)
        {
            logger.Parked(job.Id, _options.MaxAttempts);
            return await EndAsync(run, request, Verdict.Refuse(
                ProblemType.OutcomeUnknown, $"The job was interrupted {_options.MaxAttempts} times, and is not begun again."));
        }

        return await AnswerAsync(run, request);
    }

    private async Task<JobOutcome?> AnswerAsync(JobRun run, StoredRequest request)
    {
        var response = new RunResponse(_options.MaxStoredAnswer);
        var error = await RunAsync(run, request, response, RunApplicationAsync);
        if (run.IsCut || (error is not null && run.End != RunEnd.None))
        {
            return await CutAsync(run, request);
        }

        // What was begun and not ended is no answer.
        if (response.Content.IsOverLimit)
        {
            error ??= new InvalidOperationException(
                $"The answer is larger than MaxStoredAnswer, {_options.MaxStoredAnswer} bytes. Raise it, or answer with less.");
        }

        if (error is not null)
        {
            return await RefuseAsync(run, request, Verdict.Refuse(ProblemType.UnexpectedError), error);
        }

        // Nor is a success of somebody else's who serves the path by now.
        return IsSuccess(response.StatusCode) && !run.HasReachedOperation
            ? await RefuseAsync(run, request, Verdict.Refuse(ProblemType.NotFound))
            : OutcomeOf(response);
    }

    private async Task RunApplicationAsync(JobRun run, StoredRequest request, HttpContext context)
    {
        run.Callers = await callers.FindAsync(request, context);
        // Where there is no scheme by default, nobody else sets it.
        if (UserOf(run.Callers) is { } user)
        {
            context.User = user;
        }

        await placement.Deferred!.RunAsync(context);
        run.HasReachedOperation = run.HasBegun || run.IsOperation(context);
    }

    private static ClaimsPrincipal? UserOf(IReadOnlyList<RunCaller> callers) => callers.Where(caller => caller.IsUser).ToList() switch
    {
        [] => null,
        [var only] => only.Principal,
        var several => new ClaimsPrincipal(several.SelectMany(caller => caller.Principal.Identities)),
    };

    /// <summary>The handler was told to end, and did.</summary>
    private async Task<JobOutcome?> CutAsync(JobRun run, StoredRequest request) => run.End switch
    {
        RunEnd.Canceled => Canceled with { CountsAttempt = run.HasBegun },
        RunEnd.Stopping when run.HasBegun && !request.IsRepeatable =>
            await RefuseAsync(run, request, Verdict.Refuse(ProblemType.OutcomeUnknown)),
        RunEnd.None or RunEnd.Stopping or RunEnd.LeaseLost => null,
    };

    /// <summary>Ends a job whose handler does not get its turn.</summary>
    private async Task<JobOutcome> EndAsync(JobRun run, StoredRequest request, Verdict verdict) =>
        await RefuseAsync(run, request, verdict) with { CountsAttempt = false };

    /// <summary>An answer of ours, by the one writer of refusals: in the log, and with an incident's id.</summary>
    private async Task<JobOutcome> RefuseAsync(JobRun run, StoredRequest request, Verdict verdict, Exception? error = null)
    {
        var response = new RunResponse(_options.MaxStoredAnswer);
        var fault = await RunAsync(run, request, response, (_, _, context) => placement.Deferred!.RefuseAsync(context, verdict, error));
        return fault is null ? OutcomeOf(response) : throw new InvalidOperationException("A refusal could not be written.", fault);
    }

    /// <summary>Runs a request on a context of its own, as a server does. Gives back what nobody caught, or null.</summary>
    private async Task<Exception?> RunAsync(
        JobRun run, StoredRequest request, RunResponse response, Func<JobRun, StoredRequest, HttpContext, Task> application)
    {
        var context = contexts.Create(RunRequest.FeaturesOf(request, run, response));
        try
        {
            await application(run, request, context);
            await response.CompleteAsync();
            return context.Features.Get<IHttpRequestLifetimeFeature>() is RunLifetime { IsAborted: true }
                ? new IOException("The handler has aborted its request.")
                : null;
        }
        catch (Exception e)
        {
            return e;
        }
        finally
        {
            await response.EndAsync(logger);
            contexts.Dispose(context);
        }
    }

    private JobOutcome OutcomeOf(RunResponse response)
    {
        var answer = new StoredAnswer
        {
            Status = response.StatusCode,
            Fields = KeptFields.OfAnswer(response.Headers),
            Content = response.Content.Kept,
        };
        return new JobOutcome
        {
            State = IsSuccess(answer.Status) ? JobState.Succeeded : JobState.Failed,
            Status = answer.Status,
            ContentType = answer.ContentType,
            ContentLength = answer.Content.Length,
            Answer = answer.Pack(),
        };
    }

    /// <summary>A normal row, but for 202: a handler that has only accepted something has not done it.</summary>
    private bool IsSuccess(int status) =>
        status < StatusCodes.Status300MultipleChoices
        && status != StatusCodes.Status202Accepted
        && _table.Find(status) is { Kind: RowKind.Normal };

    /// <summary>As much of a damaged request as the job tells.</summary>
    private static StoredRequest Lost(Job job) => new() { Method = job.Operation.Split(' ')[0], Target = job.Target, Path = job.Target };
}
