using Microsoft.AspNetCore.Http;
using Statute;
using Statute.AspNetCore;
using Statute.AspNetCore.Endpoints;

namespace Microsoft.AspNetCore.Builder;

/// <summary>What Statute is told about an endpoint or a group of endpoints.</summary>
public static class StatuteEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Holds the endpoint or group to the table, also within a group that is disabled; and null from a handler that may return it is
    /// 404: what the path names is not there. (Actions of controllers are held to that without being asked.)
    /// </summary>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder Held<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new HeldAttribute()).AddEndpointFilterFactory(MissingFilter.Create);

    /// <summary>
    /// Gives the resource of a path a version. GET answers with a strong ETag, and with 304 to an If-None-Match that names it; PUT, PATCH
    /// and DELETE with an If-Match that does not name it are refused with 409 and the current ETag
    /// (<see cref="ProblemType.EditConflict"/>).
    /// The current version is what GET of the same path says: it is asked with the fields of the request, and a writer who may not read is
    /// not told it. Where the resource is not there, or no GET tells its version, no If-Match holds. Between the check and the write
    /// another writer may be faster, also in another process: only the database sees that, by a concurrency token, and its refusal becomes
    /// the same 409.
    /// </summary>
    /// <param name="builder">Endpoints; those that read and give back no <typeparamref name="TResource"/> are not touched.</param>
    /// <param name="version">
    /// The version of a resource, another one after each change: a number, a text, bytes, a Guid, a DateTime or a DateTimeOffset. Anything
    /// else is an <see cref="InvalidOperationException"/> when it is first met.
    /// </param>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder Versioned<TBuilder, TResource>(this TBuilder builder, Func<TResource, object> version)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(version);
        var versions = new VersionMetadata(
            typeof(TResource), value => value is TResource resource ? EntityTag.Of(version(resource)) : null);
        return builder.WithMetadata(versions).AddEndpointFilter(new VersionFilter(versions));
    }

    /// <summary>Holds the endpoint or group by a profile of its own.</summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder WithProfile<TBuilder>(this TBuilder builder, StatuteProfile profile)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new StatuteProfileAttribute(profile));

    /// <summary>
    /// Leaves the application's own error bodies as they are, see <see cref="KeepBodyAttribute"/>: the row gives the status alone.
    /// </summary>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder KeepBody<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new KeepBodyAttribute());

    /// <summary>Leaves the endpoint or group alone: it answers byte for byte as without Statute.</summary>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder DisableStatute<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new DisableStatuteAttribute());

    /// <summary>Declares the endpoint or group without it being built: row 501, decided before anybody is asked for credentials.</summary>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder NotBuilt<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NotBuiltAttribute());

    /// <summary>Withdraws the endpoint or group: row 503 without Retry-After, decided before anybody is asked for credentials.</summary>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder Withdrawn<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new WithdrawnAttribute());
}
