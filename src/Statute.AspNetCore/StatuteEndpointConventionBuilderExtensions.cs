using Statute.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>What Statute is told about an endpoint or a group of endpoints.</summary>
public static class StatuteEndpointConventionBuilderExtensions
{
    /// <summary>Holds the endpoint or group to the table, also within a group that is disabled.</summary>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder Held<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new HeldAttribute());

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
