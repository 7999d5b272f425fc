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

    private Problem(Problem other, string type, string? detail)
    {
        Type = type;
        Title = other.Title;
        Status = other.Status;
        Detail = detail;
        Instance = other.Instance;
        Repeat = other.Repeat;
        Errors = other.Errors;
        ErrorsOmitted = other.ErrorsOmitted;
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
    /// <param name="detail">The detail where the application gave none; null for the row's description.</param>
    /// <param name="body">What the application wrote.</param>
    /// <param name="instance">See <see cref="Instance"/>.</param>
    /// <param name="retryAfter">Whether the answer carries Retry-After.</param>
    /// <param name="errors">The single faults, any number; where there are any, they take the place of the application's.</param>
    public static Problem From(
        StatusRow row,
        string type,
        string? detail,
        ForeignBody body,
        string? instance,
        bool retryAfter,
        IReadOnlyList<ProblemError> errors)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(body);
        // That the service is not valid would speak against a delay after which it is there again.
        var words = detail ?? (retryAfter && row.Code >= 500 ? null : row.Description);
        return row.Code >= 500
            ? Of(row, type, words, instance, retryAfter, errors)
            : Of(row, body.Type ?? type, body.Detail ?? words, instance, retryAfter, errors).With(body.Extensions);
    }

    /// <summary>The same problem with a type and a detail of the application's own, and with members that no problem has itself.</summary>
    /// <param name="type">See <see cref="Type"/>.</param>
    /// <param name="detail">See <see cref="Detail"/>.</param>
    /// <param name="extensions">Any members; those that a problem has itself are left out.</param>
    public Problem With(string type, string? detail, IEnumerable<KeyValuePair<string, JsonElement>> extensions) =>
        new Problem(this, type, detail).With(extensions);

    private Problem With(IEnumerable<KeyValuePair<string, JsonElement>> extensions) => new(this, Type, Detail)
    {
        Extensions = [.. extensions.Where(member => !ProblemMembers.AreOurs(member.Key, Errors.Count > 0))],
    };

    private static string? RepeatOf(StatusRow row, bool retryAfter)
    {
        var granted = row.Repeat == RepeatRule.After;
        return granted == retryAfter ? row.Repeat.Word() : null;
    }
}
