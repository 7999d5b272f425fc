using System.Collections.Immutable;

namespace Statute.Tables;

/// <summary>A table in the making: its rows, and everything that was found wrong so far.</summary>
internal sealed class TableDraft
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<int, StatusRow> _rows = [];
    private readonly Dictionary<int, int> _aliases = [];
    private readonly HashSet<int> _mentioned = [];

    internal void Fault(string fault) => _faults.Add(fault);

    /// <summary>Notes a code whose row is faulty, so that it is not reported as missing too.</summary>
    internal bool Mention(int code)
    {
        if (_mentioned.Add(code))
        {
            return true;
        }

        Fault($"Row {code} stands twice. Leave one out.");
        return false;
    }

    internal void Add(StatusRow row)
    {
        _faults.AddRange(RowFaults.Of(row));
        if (Mention(row.Code))
        {
            _rows[row.Code] = row;
        }
    }

    internal void Alias(int code, int target)
    {
        if (RowFaults.OfCode(code) is { } fault)
        {
            Fault(fault);
        }
        else if (Mention(code))
        {
            _aliases[code] = target;
        }
    }

    /// <summary>The table, if nothing is wrong with it.</summary>
    internal StatusTable ToTable()
    {
        foreach (var (code, target) in _aliases.Where(alias => !_rows.ContainsKey(alias.Value) && !IsFaultyRow(alias.Value)))
        {
            Fault($"Row {code}: 'as' names {target}, which is not a row of this table. Name one that is.");
        }

        foreach (var (code, target) in _aliases.Where(alias => _rows.TryGetValue(alias.Value, out var row) && row.Kind == RowKind.Normal))
        {
            Fault($"Row {code}: 'as' names {target}, which is a normal row; a problem is not answered with one. Name an abnormal row.");
        }

        foreach (var group in ProblemTypes.All.Where(problem => !_mentioned.Contains(problem.Code())).GroupBy(problem => problem.Code()))
        {
            var names = string.Join(", ", group.Select(problem => problem.Name()));
            Fault($"Row {group.Key} is missing, which {names} belongs to. Add the row, or {{ \"code\": {group.Key}, \"as\": ... }}.");
        }

        return _faults.Count == 0
            ? new StatusTable(_rows.Values, _aliases.ToImmutableDictionary(), ImmutableDictionary<ProblemType, int>.Empty)
            : throw new StatusTableException(_faults);
    }

    private bool IsFaultyRow(int code) => _mentioned.Contains(code) && !_aliases.ContainsKey(code);
}
