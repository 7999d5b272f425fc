namespace Statute.Judging;

/// <summary>What is known of the request's path when a route is judged.</summary>
public enum PathMatch
{
    /// <summary>An operation serves this path with this method.</summary>
    Found,

    /// <summary>The path is served, but with other methods only.</summary>
    OtherMethods,

    /// <summary>No operation serves the path, yet somebody else may still answer (static files, a page of the app's own).</summary>
    Open,

    /// <summary>Nothing serves the path.</summary>
    Missing,
}
