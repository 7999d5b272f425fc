namespace Statute.Jobs.Stores;

/// <summary>Which jobs are listed: the newest first.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="State">In which state; null for any.</param>
/// <param name="After">Only those behind this place, for the next page; null for the first page.</param>
/// <param name="Count">How many at most.</param>
public sealed record JobQuery(string Owner, JobState? State, JobCursor? After, int Count);
