using Microsoft.AspNetCore.Diagnostics;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Takes the developer page away from answers that are held: it shows the stack and the fields of the request, also to whoever calls from
/// outside. The log has the rest.
/// </summary>
internal sealed class DeveloperPageFilter : IDeveloperPageExceptionFilter
{
    public Task HandleExceptionAsync(ErrorContext errorContext, Func<ErrorContext, Task> next)
    {
        if (errorContext.HttpContext.Features.Get<Exchange>() is not { } exchange || !exchange.Owner.IsHeld(exchange))
        {
            return next(errorContext);
        }

        exchange.Error = errorContext.Exception;
        return Task.CompletedTask;
    }
}
