namespace Statute.Schemas.Explaining;

/// <summary>Where a value stands.</summary>
/// <param name="Text">An RFC 6901 pointer in fragment form.</param>
/// <param name="IsAround">Whether it leads to a place around the value only, because that of the value would be too long.</param>
internal readonly record struct ValuePointer(string Text, bool IsAround);
