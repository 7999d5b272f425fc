namespace Statute.Jobs.Accepting;

/// <summary>A claim of a <see cref="StoredIdentity"/>.</summary>
internal sealed record StoredClaim(string Type, string Value, string ValueType, string Issuer);
