using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Basic;

namespace Statute.AspNetCore.Tests.Basic;

internal static class FallbackServices
{
    public static void AddBasicFallbackOf(this IServiceCollection services, string? file, string? realm = null) =>
        services.AddBasicFallback(_ => (file, realm));
}
