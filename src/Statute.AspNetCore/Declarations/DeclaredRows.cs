using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.Folding;
using Statute.Judging;

namespace Statute.AspNetCore.Declarations;

/// <summary>Tells as which codes a declared answer may leave once it is held to the table.</summary>
internal sealed class DeclaredRows(IOptions<StatuteOptions> options)
{
    private readonly StatusTable _table = options.Value.Table;

    /// <summary>
    /// The codes: its own where it is a row, a redirect, or asked for by the client; the one of the row that takes it; two where that
    /// depends on whether a repeat is harmless. None where the profile keeps clients from asking for it.
    /// </summary>
    internal IReadOnlyList<int> Of(DeclaredAnswer answer, IReadOnlyCollection<string> methods, StatuteProfile profile)
    {
        if (answer.IsValidation)
        {
            return [_table.RowOf(ProblemType.InvalidContent).Code];
        }

        if (_table.Find(answer.Code) is not null || Folds.Of(answer.Code) is not { } fold)
        {
            return [answer.Code];
        }

        if (fold.Asked != AskedFor.Nothing)
        {
            return profile == StatuteProfile.Strict ? [] : [answer.Code];
        }

        var harmless = Folded(answer.Code, isRepeatHarmless: true);
        var isIdempotent = methods.Count > 0 && methods.All(IdempotentMethods.Contain);
        return isIdempotent ? [harmless] : [.. new[] { Folded(answer.Code, isRepeatHarmless: false), harmless }.Distinct()];
    }

    private int Folded(int code, bool isRepeatHarmless) =>
        Judge.Answer(new AnswerFacts { Table = _table, Status = code, IsRepeatHarmless = isRepeatHarmless });
}
