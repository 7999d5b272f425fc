using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Routing;

namespace Statute.AspNetCore.Endpoints;

/// <summary>The version that a resource has before it is written, as the GET of the same path tells it.</summary>
/// <param name="State">Whether the resource is there.</param>
/// <param name="Tag">Its entity tag, or null where none is told.</param>
/// <param name="IsReadable">Whether the writer may read the resource, and so be told its tag.</param>
internal sealed record CurrentVersion(ResourceState State, string? Tag, bool IsReadable)
{
    private static readonly CurrentVersion Unknown = new(ResourceState.Unknown, null, IsReadable: false);

    /// <summary>What the writer may be told of the tag.</summary>
    internal string? TagToTell => IsReadable ? Tag : null;

    /// <summary>Whether If-Match holds. It does not where nothing is known, nor where there is nothing (RFC 9110, 13.1.1).</summary>
    internal bool Matches(StringValues ifMatch) => State == ResourceState.Present
        && (EntityTag.IsAny(ifMatch) || (Tag is { } tag && EntityTag.Matches(ifMatch, tag, strongly: true)));

    /// <summary>Whether If-None-Match fails because what it names is there (RFC 9110, 13.1.2).</summary>
    internal bool IsNamedBy(StringValues ifNoneMatch) => State == ResourceState.Present
        && (EntityTag.IsAny(ifNoneMatch) || (Tag is { } tag && EntityTag.Matches(ifNoneMatch, tag, strongly: false)));

    /// <summary>Whether nobody can say that If-None-Match holds.</summary>
    internal bool IsUnknownTo(StringValues ifNoneMatch) =>
        State == ResourceState.Unknown || (State == ResourceState.Present && Tag is null && !EntityTag.IsAny(ifNoneMatch));

    /// <summary>
    /// Asks the endpoint that routing chooses for a GET of this path, in a scope of its own: what the writer has read and changed must not
    /// be seen. It gets the request as it is but for its content and its conditions.
    /// </summary>
    internal static async Task<CurrentVersion> OfAsync(HttpContext context)
    {
        var matcher = context.RequestServices.GetRequiredService<EndpointMatcher>();
        var match = await matcher.Ask(context).MatchAsync(HttpMethods.Get, contentType: null);
        if (match.Endpoint is not { RequestDelegate: { } get } endpoint || endpoint.Metadata.GetMetadata<VersionMetadata>() is null)
        {
            return Unknown;
        }

        await using var scope = context.RequestServices.CreateAsyncScope();
        var question = QuestionOf(context, scope.ServiceProvider, match.Values);
        question.SetEndpoint(endpoint);
        var isReadable = await MayReadAsync(question);
        question.Response.Clear();
        await get(question);
        var tag = question.Response.Headers.ETag.ToString();
        return new CurrentVersion(StateOf(question), tag.Length > 0 ? tag : null, isReadable);
    }

    private static ResourceState StateOf(HttpContext question) => question.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone => ResourceState.Missing,
        >= 200 and < 300 => question.Features.Get<VersionQuestion>()!.IsMissing ? ResourceState.Missing : ResourceState.Present,
        _ => ResourceState.Unknown,
    };

    private static DefaultHttpContext QuestionOf(HttpContext context, IServiceProvider services, RouteValueDictionary? values)
    {
        var asked = context.Request;
        var question = new DefaultHttpContext
        {
            RequestServices = services,
            User = context.User,
            RequestAborted = context.RequestAborted,
            Items = new Dictionary<object, object?>(context.Items),
        };
        question.Request.Method = HttpMethods.Get;
        question.Request.Protocol = asked.Protocol;
        question.Request.Scheme = asked.Scheme;
        question.Request.PathBase = asked.PathBase;
        question.Request.Path = asked.Path;
        question.Request.QueryString = asked.QueryString;
        question.Request.RouteValues = new RouteValueDictionary(values);
        foreach (var (name, value) in asked.Headers)
        {
            if (!IsOfWriting(name))
            {
                question.Request.Headers[name] = value;
            }
        }

        question.Connection.RemoteIpAddress = context.Connection.RemoteIpAddress;
        question.Features.Set(new VersionQuestion());
        return question;
    }

    /// <summary>Fields that are about the content or the conditions of the write.</summary>
    private static bool IsOfWriting(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("If-", StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Range, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.TransferEncoding, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Expect, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Trailer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks ASP.NET's own authorization whether the writer could have sent this GET.</summary>
    private static async Task<bool> MayReadAsync(HttpContext question)
    {
        var isAllowed = false;
        var services = question.RequestServices;
        var authorization = new AuthorizationMiddleware(
            _ =>
            {
                isAllowed = true;
                return Task.CompletedTask;
            },
            services.GetRequiredService<IAuthorizationPolicyProvider>(),
            services,
            services.GetRequiredService<ILogger<AuthorizationMiddleware>>());
        await authorization.Invoke(question);
        return isAllowed;
    }
}
