using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Storefront.Errors;

/// <summary>Answers the store's own exceptions, and those of its database that mean something to a client.</summary>
internal sealed class StoreExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, error) = exception switch
        {
            StoreException known => (known.Status, known.Error),
            DbUpdateConcurrencyException => (StatusCodes.Status409Conflict, new StoreError("CHANGED_MEANWHILE", "Read it again.")),
            _ => (0, null),
        };
        if (error is null)
        {
            return false;
        }

        httpContext.Response.StatusCode = status;
        await httpContext.Response.WriteAsJsonAsync(error, cancellationToken);
        return true;
    }
}
