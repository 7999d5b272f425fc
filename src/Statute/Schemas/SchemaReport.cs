namespace Statute.Schemas;

/// <summary>A verdict with its reasons.</summary>
/// <param name="Verdict">What the schema says.</param>
/// <param name="Violations">
/// The reasons in the order in which they were met: every violation of <see cref="SchemaVerdict.Invalid"/> content; of malformed content
/// and of content over budget one entry that names the place, without a keyword's location.
/// </param>
/// <param name="IsCapped">Whether there may be more violations than the budget lists, or than a million characters hold.</param>
public sealed record SchemaReport(SchemaVerdict Verdict, IReadOnlyList<SchemaViolation> Violations, bool IsCapped);
