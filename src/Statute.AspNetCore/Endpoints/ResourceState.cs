namespace Statute.AspNetCore.Endpoints;

/// <summary>What the GET of a path says of its resource.</summary>
internal enum ResourceState
{
    /// <summary>Nobody could be asked, or the answer was neither that it is there nor that it is not.</summary>
    Unknown,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there.</summary>
    Present,
}
