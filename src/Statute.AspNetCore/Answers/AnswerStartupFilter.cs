using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Answers;

/// <summary>Places the answer middleware outside of everything that the host and the application place.</summary>
internal sealed class AnswerStartupFilter(StatutePlacement placement) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<AnswerMiddleware>();
        next(app);
        app.Use(Unanswered);
        if (placement.IsPlaced && !StatutePlacement.IsIn(app))
        {
            throw new InvalidOperationException(
                "UseStatute is called in a branch of the pipeline (Map, MapWhen or UseWhen), so that nothing outside of it is held. Call "
                + "app.UseStatute() first on the application itself, and leave out what is not to be held by DisableStatute or Except.");
        }

        if (!placement.IsPlaced)
        {
            throw new InvalidOperationException(
                "AddStatute was called, but UseStatute was not, so that nothing is held to the table. Call app.UseStatute() first on the "
                + "application, or leave AddStatute out.");
        }
    };

    /// <summary>Behind everything: nobody has answered, and the 404 that follows is ours to make.</summary>
    private static RequestDelegate Unanswered(RequestDelegate next) => context =>
    {
        if (context.Features.Get<Exchange>() is { IsLeftAlone: false } exchange)
        {
            exchange.TurnStatusPagesOff();
        }

        // An application that maps nothing itself runs no endpoints either.
        return context.GetEndpoint() is OwnEndpoint own ? own.RequestDelegate!(context) : next(context);
    };
}
