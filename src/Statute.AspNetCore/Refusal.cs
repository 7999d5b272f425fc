using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Answers;
using Statute.Problems;

namespace Statute.AspNetCore;

/// <summary>
/// A handler's own refusal: a row of the table in the application's words. Return it, or throw <see cref="ToException"/>. Immutable.
/// </summary>
public sealed class Refusal : IResult
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="code">The code of a row that refuses, 400 or more. Whether the table has it shows when the refusal is answered.</param>
    /// <param name="detail">See <see cref="Detail"/>.</param>
    /// <param name="type">See <see cref="Type"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The code is not between 400 and 599.</exception>
    public Refusal(int code, string? detail = null, string? type = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, StatusCodes.Status400BadRequest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        Code = code;
        Detail = detail;
        Type = type;
    }

    /// <summary>The code of the row.</summary>
    public int Code { get; }

    /// <summary>What to correct, for the caller; null for the row's description.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// The kind of problem: a name of the application's own such as <c>insufficient-funds</c>, or a URI reference (RFC 9457, 3.1.1).
    /// Null for that of the row. A name stands below <see cref="StatuteOptions.ProblemPath"/>; the page behind it is the application's to
    /// serve.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>The single faults, each with its place. Default: none.</summary>
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>After what time the request may be sent again, told in whole seconds. Default: not told.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Makes an exception of it, for code that cannot return it.</summary>
    public RefusalException ToException() => new(this);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (httpContext.Features.Get<Exchange>() is { } exchange)
        {
            exchange.Refuse(this);
        }
        else
        {
            httpContext.Response.StatusCode = Code;
        }

        return Task.CompletedTask;
    }
}
