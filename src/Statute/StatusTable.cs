using System.Collections.Immutable;
using Statute.Tables;

namespace Statute;

/// <summary>The rows that an API is held to. Immutable.</summary>
public sealed class StatusTable
{
    private const int Codes = 600;

    private readonly StatusRow?[] _byCode = new StatusRow?[Codes];
    private readonly StatusRow[] _byProblem;
    private readonly ImmutableArray<StatusRow> _rows;
    private readonly ImmutableDictionary<int, int> _aliases;
    private readonly ImmutableDictionary<ProblemType, int> _answers;

    internal StatusTable(
        IEnumerable<StatusRow> rows, ImmutableDictionary<int, int> aliases, ImmutableDictionary<ProblemType, int> answers)
    {
        _rows = [.. rows.OrderBy(row => row.Code)];
        _aliases = aliases;
        _answers = answers;
        foreach (var row in _rows)
        {
            _byCode[row.Code] = row;
        }

        _byProblem = [.. ProblemTypes.All.Select(problem => _byCode[answers.GetValueOrDefault(problem, CodeOf(problem.Code()))]!)];
    }

    /// <summary>The fourteen rows.</summary>
    public static StatusTable Default { get; } = TableReader.Embedded("default.json");

    /// <summary>The fourteen rows and eight more: 201, 204, 304, 408, 412, 429, 502 and 504, with RFC 9110's repeat rules.</summary>
    public static StatusTable Rfc9110 { get; } = TableReader.Embedded("rfc9110.json");

    /// <summary>The rows in the order of their codes.</summary>
    public IReadOnlyList<StatusRow> Rows => _rows;

    /// <summary>Reads a table of the same format as the built-in ones.</summary>
    /// <param name="utf8">
    /// JSON, comments allowed: <c>{ "rows": [ { "code": 404, "message": "Not Found", "kind": "abnormal", "description": "...",
    /// "repeat": "modified" }, { "code": 415, "as": 400 } ] }</c>. <c>repeat</c> is modified, credentials or after; without it the row
    /// is silent. <c>as</c> names the row that takes what the code would.
    /// </param>
    /// <exception cref="StatusTableException">The table has faults; all of them are listed.</exception>
    public static StatusTable Load(ReadOnlySpan<byte> utf8) => TableReader.Read(utf8);

    /// <summary>The row of a code, or null. Allocates nothing.</summary>
    public StatusRow? Find(int code) => (uint)code < Codes ? _byCode[code] : null;

    /// <summary>The row that a problem is answered with.</summary>
    public StatusRow RowOf(ProblemType problem) => _byProblem[(int)problem];

    /// <summary>The code itself, or that of the row which takes it by an alias.</summary>
    internal int CodeOf(int code) => _aliases.GetValueOrDefault(code, code);

    /// <summary>This table with one row more.</summary>
    /// <param name="code">A code that the table has no row for, 200 to 599.</param>
    /// <param name="message">The reason phrase and title, see <see cref="StatusRow.Message"/>.</param>
    /// <param name="description">What the row means; by default the message.</param>
    /// <param name="repeat">What a client is told about repeating; must be silent for a code below 400.</param>
    /// <returns>Another table; this one is not changed: <c>options.Table = options.Table.Add(201, "Created");</c></returns>
    /// <exception cref="StatusTableException">The row is not valid, or its code is in the table already.</exception>
    public StatusTable Add(int code, string message, string? description = null, RepeatRule repeat = RepeatRule.Silent)
    {
        var kind = code < 400 ? RowKind.Normal : RowKind.Abnormal;
        var row = new StatusRow(code, message, kind, description ?? message, repeat);
        var faults = new List<string>(RowFaults.Of(row));
        if (Find(code) is { } known)
        {
            faults.Add($"Row {code} is in the table already, as '{known.Message}'. Leave it out, or load a table of your own.");
        }

        return faults.Count == 0
            ? new StatusTable(_rows.Add(row), _aliases.Remove(code), _answers)
            : throw new StatusTableException(faults);
    }

    /// <summary>
    /// This table with another row for one problem. For a service whose clients know broken constraints as 400:
    /// <c>options.Table = options.Table.Answer(ProblemType.InvalidContent, 400);</c>. What a handler answers itself with the problem's own
    /// code keeps that code.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="code">The code of an abnormal row of this table.</param>
    /// <returns>Another table; this one is not changed.</returns>
    /// <exception cref="StatusTableException">The table has no such row, or the row is a normal one.</exception>
    public StatusTable Answer(ProblemType problem, int code) => Find(code) switch
    {
        { Kind: RowKind.Abnormal } => new StatusTable(_rows, _aliases, _answers.SetItem(problem, code)),
        { Kind: RowKind.Normal } => throw new StatusTableException(
            [$"Row {code} is a normal row; {problem.Name()} is not answered with one. Name an abnormal row."]),
        null => throw new StatusTableException(
            [$"Row {code}, which {problem.Name()} shall be answered with, is not in the table. Add the row first, or name one that is."]),
    };
}
