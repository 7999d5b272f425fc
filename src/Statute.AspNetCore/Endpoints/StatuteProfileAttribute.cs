namespace Statute.AspNetCore;

/// <summary>Holds an action, a controller or an endpoint by a profile of its own.</summary>
/// <param name="profile">The profile.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StatuteProfileAttribute(StatuteProfile profile) : Attribute
{
    /// <summary>The profile.</summary>
    public StatuteProfile Profile { get; } = profile;
}
