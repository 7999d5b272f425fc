using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Deferred;
using Statute.Jobs.Accepting;

namespace Statute.Jobs.Running;

/// <summary>The features of a run: the stored request, and a response that is kept.</summary>
internal static class RunRequest
{
    internal static FeatureCollection FeaturesOf(StoredRequest request, JobRun run, RunResponse response)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = request.Method,
            Scheme = request.Scheme,
            Protocol = request.Protocol,
            PathBase = request.PathBase,
            Path = request.Path,
            QueryString = request.Query,
            RawTarget = request.Target,
            Headers = FieldsOf(request, run),
            Body = new MemoryStream(request.Content.ToArray(), writable: false),
        });
        // Without this one no content is read at all.
        features.Set<IHttpRequestBodyDetectionFeature>(new ContentDetection(!request.Content.IsEmpty));
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = run.Id });
        features.Set<IHttpRequestLifetimeFeature>(new RunLifetime(run.Aborted));
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set(new DeferredRequest(run.IsOperation, run.Aborted));
        features.Set<IJobFeature>(run);
        features.Set(run);
        return features;
    }

    /// <summary>
    /// The client's own key belongs to one job, as the job's id does: a handler may use the field either way, and it is always there.
    /// </summary>
    private static HeaderDictionary FieldsOf(StoredRequest request, JobRun run)
    {
        var fields = new HeaderDictionary(request.Fields.Count + 2);
        foreach (var (name, values) in request.Fields)
        {
            fields[name] = values;
        }

        fields[IdempotencyKey.Field] = run.Id;
        if (!request.Content.IsEmpty)
        {
            fields.ContentLength = request.Content.Length;
        }

        return fields;
    }

    private sealed class ContentDetection(bool hasContent) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => hasContent;
    }
}
