namespace Statute.AspNetCore.Content;

/// <summary>Where a parameter stands in the request.</summary>
internal enum ParameterSource
{
    Route,
    Query,
    Header,
}
