namespace Statute.AspNetCore;

/// <summary>Exceptions of .NET's own and of database libraries that are a row of the table, not a failure.</summary>
public enum KnownException
{
    /// <summary>
    /// A unique key is taken: SQLSTATE 23505, or the number of SQLite, SQL Server, MySQL or Oracle, also within EF Core's exception.
    /// Row 409, <see cref="ProblemType.AlreadyExists"/>.
    /// </summary>
    UniqueKeyViolation,

    /// <summary>
    /// Two writers met: EF Core's concurrency exception, a serialization failure or a deadlock. Row 409,
    /// <see cref="ProblemType.EditConflict"/>.
    /// </summary>
    EditConflict,

    /// <summary><see cref="NotImplementedException"/>. Row 501, <see cref="ProblemType.NotBuilt"/>.</summary>
    NotImplemented,
}
