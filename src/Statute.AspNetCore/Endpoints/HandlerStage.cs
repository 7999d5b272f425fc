using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Answers;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Runs the handler, and turns the exceptions that are known into rows before the application's own exception handling sees them. All
/// others travel on.
/// </summary>
internal sealed class HandlerStage(RequestDelegate handler, ContentRules content, StatuteOptions options)
{
    internal Task PassAsync(HttpContext context) => handler(context);

    internal Task InvokeAsync(HttpContext context, Exchange exchange)
    {
        Task handling;
        try
        {
            handling = handler(context);
        }
        catch (Exception e)
        {
            handling = Task.FromException(e);
        }

        return handling.IsCompletedSuccessfully && !exchange.Received.HasFailed && !IsRefused(exchange)
            ? handling
            : AwaitAsync(exchange, handling);
    }

    private async Task AwaitAsync(Exchange exchange, Task handling)
    {
        try
        {
            await handling;
        }
        catch (Exception) when (exchange.MayRefuse && exchange.Received.HasFailed)
        {
            // What was wrong is noted with the content, whatever the handler made of it.
        }
        catch (BadHttpRequestException e) when (exchange.MayRefuse)
        {
            Note(exchange, e);
        }
        catch (RefusalException e) when (exchange.MayRefuse)
        {
            exchange.Refuse(e.Refusal);
        }
        catch (Exception e) when (exchange.MayRefuse && ProblemOf(e) is { } problem)
        {
            exchange.Refuse(Verdict.Refuse(problem), options.Table.RowOf(problem));
        }
        catch (NotSupportedException) when (exchange.MayRefuse && content.ValueFaults(exchange) is { IsPass: false } verdict)
        {
            // So the serializer refuses an object that does not say of which kind it is; a JsonException it is not.
            exchange.Refuse(verdict, options.Table.RowOf(verdict.Problem));
        }
        catch (Exception e)
        {
            // Whoever handles it further out may not tell of it again, and the incident's record shall have it.
            exchange.Error = e;
            exchange.ForgetUnsent();
            throw;
        }

        if (exchange.Received.HasFailed && exchange.MayRefuse)
        {
            // Also where the handler has swallowed the exception and answered as if nothing had been wrong.
            var verdict = content.Judge(exchange);
            exchange.Refuse(verdict, options.Table.RowOf(verdict.Problem));
        }

        if (IsRefused(exchange))
        {
            exchange.TurnStatusPagesOff();
        }
    }

    /// <summary>Whether the handler has refused by itself, which no page of the application shall take the place of.</summary>
    private static bool IsRefused(Exchange exchange) => exchange.Context.Response.StatusCode >= StatusCodes.Status400BadRequest;

    private static void Note(Exchange exchange, BadHttpRequestException exception)
    {
        if (exception.StatusCode == StatusCodes.Status413PayloadTooLarge || Recognitions.IsOfServer(exception))
        {
            exchange.Received.Note(exception);
        }
        else
        {
            // The binder's word, which it says by an exception in Development and by the bare status otherwise.
            exchange.ForgetUnsent();
            exchange.Context.Response.StatusCode = exception.StatusCode;
        }
    }

    private ProblemType? ProblemOf(Exception exception)
    {
        if (exception is NotImplementedException)
        {
            return options.Translate.Contains(KnownException.NotImplemented) ? ProblemType.NotBuilt : null;
        }

        return Recognitions.ConflictOf(exception) switch
        {
            DatabaseConflict.UniqueKey when options.Translate.Contains(KnownException.UniqueKeyViolation) => ProblemType.AlreadyExists,
            DatabaseConflict.Concurrent when options.Translate.Contains(KnownException.EditConflict) => ProblemType.EditConflict,
            DatabaseConflict.None or DatabaseConflict.UniqueKey or DatabaseConflict.Concurrent => null,
        };
    }
}
