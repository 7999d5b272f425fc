using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Start;

/// <summary>
/// The options, or where they have faults what was set: so a start that stops tells the faults of the password file too, which it could
/// not find if it asked for options without faults.
/// </summary>
internal static class StatuteOptionsAsSet
{
    internal static StatuteOptions In(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<IOptions<StatuteOptions>>().Value;
        }
        catch (OptionsValidationException)
        {
            return new OptionsFactory<StatuteOptions>(
                services.GetServices<IConfigureOptions<StatuteOptions>>(),
                services.GetServices<IPostConfigureOptions<StatuteOptions>>()).Create(Options.DefaultName);
        }
    }
}
