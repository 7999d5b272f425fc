namespace Statute.Judging;

/// <summary>How large the head of a request may be.</summary>
/// <param name="TargetLength">The longest request target, in characters as sent.</param>
/// <param name="FieldCount">The largest number of header fields.</param>
/// <param name="FieldsLength">The largest sum of the lengths of all field names and values, in characters.</param>
public sealed record HeadLimits(int TargetLength, int FieldCount, int FieldsLength);
