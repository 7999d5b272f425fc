using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>An application with these controllers and none of the other tests'.</summary>
internal sealed class TheseControllers(params Type[] types) : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        feature.Controllers.Clear();
        foreach (var type in types)
        {
            feature.Controllers.Add(type.GetTypeInfo());
        }
    }

    internal static IMvcBuilder AddTo(IServiceCollection services, params Type[] types) =>
        services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new TheseControllers(types)));
}
