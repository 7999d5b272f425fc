namespace Statute.Jobs.Accepting;

/// <summary>Who sends a request, as it is kept.</summary>
/// <param name="Schemes">The schemes that said so, all with the same words; none where a middleware of the application did.</param>
/// <param name="Identities">
/// Those that are authenticated, as the schemes said them: what the application's claims transformation adds is asked for anew when the job
/// runs.
/// </param>
internal sealed record StoredCaller(IReadOnlyList<string> Schemes, IReadOnlyList<StoredIdentity> Identities);
