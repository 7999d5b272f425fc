using Microsoft.Extensions.DependencyInjection;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>The one call of AddValidation: what .NET generates for it fails where a project calls it twice.</summary>
internal static class Validation
{
    internal static void Add(IServiceCollection services) => services.AddValidation();
}
