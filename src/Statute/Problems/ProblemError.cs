namespace Statute.Problems;

/// <summary>One fault among several. At most one of the three places is set.</summary>
/// <param name="Detail">What is wrong and what to correct.</param>
/// <param name="Pointer">
/// The place in JSON content: an RFC 6901 pointer in fragment form with JSON names, such as <c>#/lines/1/qty</c>.
/// </param>
/// <param name="Parameter">The name of the path, query or cookie parameter.</param>
/// <param name="Header">The name of the header field.</param>
public sealed record ProblemError(string Detail, string? Pointer = null, string? Parameter = null, string? Header = null)
{
    /// <summary>What the framework that found the fault calls the place, such as <c>Lines[1].Qty</c>; null where none did.</summary>
    public string? Name { get; init; }
}
