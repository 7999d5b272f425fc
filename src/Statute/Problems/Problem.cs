using System.Text.Json;

namespace Statute.Problems;

/// <summary>The content of a refusal: a problem of RFC 9457 with a repeat rule. Immutable.</summary>
public sealed class Problem
{
    /// <summary>The most entries that <see cref="Errors"/> holds.</summary>
    public const int MaxErrors = 100;

    private Problem(StatusRow row, string type, string? detail, string? instance, bool retryAfter)
    {
        Type = type;
        Title = row.Message;
        Status = row.Code;
        Detail = detail;
        Instance = instance;
        Repeat = RepeatOf(row, retryAfter);
    }

    /// <summary>A reference that leads to a page about this kind of problem.</summary>
    public string Type { get; }

    /// <summary>The row's message.</summary>
    public string Title { get; }

    /// <summary>The row's code.</summary>
    public int Status { get; }

    /// <summary>What to correct, or null.</summary>
    public string? Detail { get; }

    /// <summary>The incident's id, which is in the log too, or null.</summary>
    public string? Instance { get; }

    /// <summary>
    /// <c>modified</c>, <c>credentials</c> or <c>after</c>. Null where the row is silent, where it grants a repeat after a delay and the
    /// answer names none, and where the answer names a delay that the row does not grant.
    /// </summary>
    public string? Repeat { get; }

    /// <summary>The single faults, at most <see cref="MaxErrors"/>.</summary>
    public IReadOnlyList<ProblemError> Errors { get; private init; } = [];

    /// <summary>How many faults were left out of <see cref="Errors"/>.</summary>
    public int ErrorsOmitted { get; private init; }

    /// <summary>Members of the application's own.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Extensions { get; private init; } = [];

    /// <summary>A problem in our own words.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">See <see cref="Type"/>.</param>
    /// <param name="detail">See <see cref="Detail"/>.</param>
    /// <param name="instance">See <see cref="Instance"/>.</param>
    /// <param name="retryAfter">Whether the answer carries Retry-After.</param>
    /// <param name="errors">The single faults, any number.</param>
    public static Problem Of(
        StatusRow row, string type, string? detail, string? instance, bool retryAfter, IReadOnlyList<ProblemError> errors)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(errors);
        return new Problem(row, type, detail, instance, retryAfter)
        {
            Errors = errors.Count <= MaxErrors ? errors : [.. errors.Take(MaxErrors)],
            ErrorsOmitted = Math.Max(0, errors.Count - MaxErrors),
        };
    }

    /// <summary>A problem under which the application's own words are kept, as far as they may be: of a 5xx nothing is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">The type where the application named none of its own.</param>
    /// <param name="body">What the application wrote.</param>
    /// <param name="instance">See <see cref="Instance"/>.</param>
    /// <param name="retryAfter">Whether the answer carries Retry-After.</param>
    public static Problem From(StatusRow row, string type, ForeignBody body, string? instance, bool retryAfter)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(body);
        return row.Code >= 500
            ? new Problem(row, type, row.Description, instance, retryAfter)
            : new Problem(row, body.Type ?? type, body.Detail ?? row.Description, instance, retryAfter) { Extensions = body.Extensions };
    }

    private static string? RepeatOf(StatusRow row, bool retryAfter)
    {
        var granted = row.Repeat == RepeatRule.After;
        return granted == retryAfter ? row.Repeat.Word() : null;
    }
}
