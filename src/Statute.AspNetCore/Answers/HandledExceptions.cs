using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Keeps .NET's exception handler from logging what becomes a 500 of ours: that is one record, with the id that the client was told.
/// </summary>
internal sealed class HandledExceptions : IPostConfigureOptions<ExceptionHandlerOptions>
{
    public void PostConfigure(string? name, ExceptionHandlerOptions options) =>
        options.SuppressDiagnosticsCallback ??= static context => IsOfTheApplication(context) || IsToldByUs(context);

    /// <summary>.NET's own rule where nobody has set one: what a service of the application has handled is its affair.</summary>
    private static bool IsOfTheApplication(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService;

    private static bool IsToldByUs(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.HttpContext.Features.Get<Exchange>() is { } exchange && exchange.Owner.EndsAsFailure(exchange);
}
