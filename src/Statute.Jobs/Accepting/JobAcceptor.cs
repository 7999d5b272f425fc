using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Deferred;
using Statute.Jobs.Stores;
using Statute.Jobs.Wire;
using Statute.Judging;

namespace Statute.Jobs.Accepting;

/// <summary>
/// Makes a job of a request that has passed every check and whose handler would run next, and answers it once the job is stored durably.
/// </summary>
internal sealed class JobAcceptor(IJobStore store, JobMonitors monitors, JobEnd end, IOptions<JobOptions> options)
{
    private readonly JobOptions _options = options.Value;
    private readonly FrozenSet<string> _unstored = options.Value.UnstoredFields.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer in place of the handler's; null where the handler is to run now.</summary>
    internal async ValueTask<JobReply?> AcceptAsync(HttpContext context, AsynchronousAttribute rules)
    {
        var preferences = Preferences.Of(context.Request.Headers);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Append(HeaderNames.Vary, Preferences.Field);
        }

        if (!rules.Takes(context, preferences))
        {
            return null;
        }

        JobAcceptance acceptance;
        try
        {
            acceptance = await store.AcceptAsync(await JobOfAsync(context, rules), context.RequestAborted);
        }
        catch (JobStoreFullException)
        {
            return new RefusedReply(Verdict.Refuse(ProblemType.StorageFull));
        }

        return acceptance.Kind switch
        {
            JobAcceptanceKind.Accepted => await AnswerAsync(context, acceptance.Job, preferences, isRepeat: false),
            JobAcceptanceKind.AcceptedBefore => await AnswerAsync(context, acceptance.Job, preferences, isRepeat: true),
            JobAcceptanceKind.KeyOfAnother => new RefusedReply(Verdict.Refuse(ProblemType.KeyReused)),
            JobAcceptanceKind.TargetInUse => new RefusedReply(Verdict.Refuse(ProblemType.InProgress)),
        };
    }

    private async Task<JobReply> AnswerAsync(HttpContext context, Job job, Preferences preferences, bool isRepeat)
    {
        if (preferences.Wait > TimeSpan.Zero)
        {
            job = await end.WaitAsync(job, preferences.Wait, context.RequestAborted);
            if (job.IsEnded && await store.FindAnswerAsync(job.Id, context.RequestAborted) is { } answer)
            {
                return new AnswerReply(StoredAnswer.Unpack(answer)) { IsRepeat = isRepeat };
            }
        }

        return new MonitorReply(StatusCodes.Status202Accepted, await monitors.OfAsync(job, context), RetryDelay.Of(job, end.Now))
        {
            IsLocated = true,
            IsRepeat = isRepeat,
            PreferenceApplied = preferences.RespondAsync ? Preferences.RespondAsyncToken : null,
        };
    }

    private async ValueTask<NewJob> JobOfAsync(HttpContext context, AsynchronousAttribute rules)
    {
        var key = IdempotencyKey.Of(context.Request.Headers);
        var owner = _options.OwnerOf(context.User);
        var operation = OperationName.Of(context);
        var isRepeatable = rules.DeclaredRepeatable ?? (key is not null || IdempotentMethods.Contain(context.Request.Method));
        var request = RequestOf(context, await AcceptedCallers.OfAsync(context), isRepeatable);
        return new NewJob
        {
            Id = JobId.New(),
            Owner = owner,
            Operation = operation,
            Target = request.Target,
            Request = request.Pack(),
            Key = key is null ? null : JobKeys.Of(key, owner, operation, request),
            Exclusive = rules.OneAtATime ? TargetOf(context, operation) : null,
        };
    }

    private StoredRequest RequestOf(HttpContext context, IReadOnlyList<StoredCaller> callers, bool isRepeatable)
    {
        var request = context.Request;
        var line = context.Features.GetRequiredFeature<Exchange>().Line;
        return new StoredRequest
        {
            Method = line.Method,
            Target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is ['/', ..] target
                ? target
                : request.GetEncodedPathAndQuery(),
            Protocol = request.Protocol,
            Scheme = request.Scheme,
            PathBase = line.PathBase.Value ?? "",
            Path = line.Path.Value ?? "",
            Query = line.Query.Value ?? "",
            Fields = KeptFields.OfRequest(request.Headers, _unstored),
            Callers = callers,
            IsRepeatable = isRepeatable,
            Content = ContentOf(context),
        };
    }

    /// <exception cref="InvalidOperationException">Somebody else has read it, and it is lost.</exception>
    private static ReadOnlyMemory<byte> ContentOf(HttpContext context)
    {
        var content = context.Features.GetRequiredFeature<Exchange>().Received.Bytes;
        var wasThere = context.Request.ContentLength > 0 || context.Features.Get<IFormFeature>()?.Form is not null;
        return content.IsEmpty && wasThere
            ? throw new InvalidOperationException(
                "A middleware has read the content before it could be stored. An asynchronous endpoint needs it unread: send an "
                + "antiforgery token in its header field, or leave the endpoint out of what the middleware reads.")
            : content;
    }

    /// <summary>The operation and its route values: one target, however the path is spelt.</summary>
    private static string TargetOf(HttpContext context, string operation)
    {
        var target = new StringBuilder(operation);
        foreach (var (name, value) in context.GetRouteData().Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            target.Append(CultureInfo.InvariantCulture, $"\n{name}={Uri.EscapeDataString(text)}");
        }

        return target.ToString();
    }
}
