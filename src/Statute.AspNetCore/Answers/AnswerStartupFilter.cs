using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Statute.AspNetCore.Answers;

/// <summary>Places the answer middleware outside of everything that the host and the application place.</summary>
internal sealed class AnswerStartupFilter(StatutePlacement placement) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<AnswerMiddleware>();
        next(app);
        if (!placement.IsPlaced)
        {
            throw new InvalidOperationException(
                "AddStatute was called, but UseStatute was not, so that nothing is held to the table. Call app.UseStatute() first on the "
                + "application, or leave AddStatute out.");
        }
    };
}
