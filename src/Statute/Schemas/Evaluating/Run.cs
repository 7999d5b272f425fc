using System.Runtime.CompilerServices;
using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

/// <summary>One judgement: the content, the place in it, what is spent of the budgets, and the memory.</summary>
internal ref partial struct Run
{
    /// <summary>Words of stack that a run begins with; enough for the objects of an ordinary request.</summary>
    public const int StackWords = 192;

    // A text that has been read before is within all budgets but that of steps.
    private static readonly SchemaBudgets StepsOnly =
        new() { Depth = int.MaxValue, Members = int.MaxValue, Items = int.MaxValue, StringBytes = int.MaxValue };

    public readonly ReadOnlySpan<byte> Json;
    private readonly SchemaBudgets _budgets;
    public Arena Arena;
    public Scopes Scopes;
    public int At;
    public RunFault Fault;

    // The value that was read last and whose objects have no name twice: reading it again need not look again.
    private int _checkedFrom;
    private int _checkedTo;
    private int _depth;
    private int _nesting;
    private long _steps;

    // How many steps there were at first.
    private long _lent;

    public Run(ReadOnlySpan<byte> json, SchemaBudgets budgets, Span<ulong> memory, ViolationList? violations)
    {
        Json = json;
        _budgets = budgets;
        _steps = _lent = budgets.Steps + ((long)json.Length * budgets.StepsPerByte);
        _checkedFrom = int.MaxValue;
        Arena = new Arena(memory);
        Violations = violations;
    }

    /// <summary>Where violations are told; nothing while only the verdict counts.</summary>
    public ViolationList? Violations { get; set; }

    public readonly bool IsExplaining => Violations is not null;

    /// <summary>How many steps are taken.</summary>
    public readonly long Taken => _lent - _steps;

    /// <summary>A run over a text that has been read before, for whoever wants to know something of it.</summary>
    public static Run OverRead(ReadOnlySpan<byte> json) =>
        new(json, StepsOnly, default, null) { _steps = long.MaxValue, _lent = long.MaxValue };

    /// <summary>A second run, over a text that has been read before, with the steps that this one has left.</summary>
    public readonly Run Beside(ReadOnlySpan<byte> json, int at) =>
        new(json, StepsOnly, default, null) { At = at, _steps = _steps, _lent = _steps };

    /// <summary>Ends a run beside this one: what it took is taken of this one, and its fault is the fault of this one.</summary>
    public void Join(ref Run beside)
    {
        if (beside.Fault != RunFault.None)
        {
            End(beside.Fault);
        }

        if ((_steps -= beside.Taken) < 0)
        {
            End(RunFault.Steps);
        }

        beside.Return();
    }

    /// <summary>Ends the run. The answer is false, so that it can be returned.</summary>
    public bool End(RunFault fault)
    {
        if (Fault == RunFault.None)
        {
            Fault = fault;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend(int steps = 1) => (_steps -= steps) >= 0 || End(RunFault.Steps);

    /// <summary>Enters an array or object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Descend() => ++_depth <= _budgets.Depth ? Nest() : End(RunFault.Depth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ascend()
    {
        _depth--;
        _nesting--;
    }

    /// <summary>Enters a schema in place. An overflow of the stack cannot be caught, so the room is asked for now and then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Nest() =>
        (++_nesting & 15) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack() || End(RunFault.Depth);

    public void Unnest() => _nesting--;

    /// <summary>Goes back to an earlier place, out of whatever failed between.</summary>
    public RunPlace Mark() => new(At, _depth, _nesting, Arena.Top, Scopes.Count);

    public void Back(in RunPlace place)
    {
        (At, _depth, _nesting) = (place.At, place.Depth, place.Nesting);
        Arena.Top = place.Top;
        Scopes.Count = place.Scopes;
    }

    public readonly bool IsChecked(int start) => start >= _checkedFrom && start < _checkedTo;

    public void Check(int start)
    {
        _checkedFrom = start;
        _checkedTo = At;
    }

    public readonly bool HasRoomForMembers(int count) => count <= _budgets.Members;

    public readonly bool HasRoomForItems(int count) => count <= _budgets.Items;

    public void Return()
    {
        Arena.Return();
        Scopes.Return();
    }
}
