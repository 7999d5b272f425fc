using System.Security.Claims;

namespace Statute.Jobs.Running;

/// <summary>Who a creator of a job is by now.</summary>
/// <param name="Schemes">The schemes that say so; none where a middleware of the application did.</param>
/// <param name="Principal">As the schemes said, or as <see cref="JobOptions.Refresh"/> says.</param>
internal sealed record RunCaller(IReadOnlyList<string> Schemes, ClaimsPrincipal Principal);
