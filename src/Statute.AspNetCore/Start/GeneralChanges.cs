namespace Statute.AspNetCore.Start;

/// <summary>What holding an endpoint to the table changes in its answers, whatever it declares.</summary>
internal static class GeneralChanges
{
    internal static IEnumerable<string> Of(StatuteOptions options)
    {
        yield return "a refusal is application/problem+json; below 500 it keeps the members of the application's own JSON";
        if (options.Table.RowOf(ProblemType.InvalidContent).Code is not 400 and var constraint)
        {
            yield return $"400 becomes {constraint} where content or a parameter breaks a constraint, or content has another type";
        }

        yield return "405 becomes 200 for HEAD where GET works, and for OPTIONS, which lists what works";
        yield return $"405 becomes {options.Table.RowOf(ProblemType.UnknownMethod).Code} where nobody knows the method";
        if (options.Translate.Contains(KnownException.UniqueKeyViolation))
        {
            yield return $"500 becomes {options.Table.RowOf(ProblemType.AlreadyExists).Code} where a unique key of a database is taken";
        }

        if (options.Translate.Contains(KnownException.EditConflict))
        {
            yield return $"500 becomes {options.Table.RowOf(ProblemType.EditConflict).Code} where another writer was faster";
        }

        if (options.Translate.Contains(KnownException.NotImplemented))
        {
            yield return $"500 becomes {options.Table.RowOf(ProblemType.NotBuilt).Code} where a handler is not implemented";
        }

        yield return $"500 becomes {options.Table.RowOf(ProblemType.ContentLengthOverLimit).Code} where content is over its limit";
        yield return $"200 and 414 become {options.Table.RowOf(ProblemType.InvalidHead).Code} where the head is over a limit, or expects "
            + "what nobody meets";
        yield return $"404 becomes 200 below {options.ProblemPath}, for the pages of the problem types";
    }
}
