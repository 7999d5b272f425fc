using System.Text.Unicode;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>Runs a program again, this time to the end, and puts in words what it tells.</summary>
internal static class Explainer
{
    /// <summary>The verdict with at most so many violations.</summary>
    public static SchemaReport Explain(SchemaNode root, ReadOnlySpan<byte> json, SchemaBudgets budgets, int limit) =>
        Explain(root, json, budgets, limit, out _);

    /// <summary>The verdict with at most so many violations, and how many steps it took.</summary>
    public static SchemaReport Explain(SchemaNode root, ReadOnlySpan<byte> json, SchemaBudgets budgets, int limit, out long taken)
    {
        taken = 0;
        if (!Utf8.IsValid(json))
        {
            return Ended(RunFault.NotUtf8, json, FaultText.Utf8End(json));
        }

        var violations = new ViolationList(limit);
        var (fault, at) = Run(root, json, budgets, violations, ref taken);
        if (fault == RunFault.Violations)
        {
            // What was not read for want of room may not be JSON, which comes first.
            (fault, at) = Run(SchemaNode.Anything, json, budgets, null, ref taken);
            return fault == RunFault.None
                ? Described(violations, json, isCapped: true)
                : Ended(fault, json, at);
        }

        return fault == RunFault.None ? Described(violations, json, isCapped: false) : Ended(fault, json, at);
    }

    private static (RunFault Fault, int At) Run(
        SchemaNode root, ReadOnlySpan<byte> json, SchemaBudgets budgets, ViolationList? violations, ref long taken)
    {
        Span<ulong> memory = stackalloc ulong[Evaluating.Run.StackWords];
        var run = new Run(json, budgets, memory, violations);
        Evaluator.Document(ref run, root);
        taken += run.Taken;
        run.Return();
        return (run.Fault, run.At);
    }

    private static SchemaReport Ended(RunFault fault, ReadOnlySpan<byte> json, int at)
    {
        var (verdict, detail) = FaultText.Of(fault, json, at);
        return new SchemaReport(verdict, [new SchemaViolation("#", "", "", detail)], IsCapped: false);
    }

    private static SchemaReport Described(ViolationList violations, ReadOnlySpan<byte> json, bool isCapped)
    {
        if (violations.Count == 0)
        {
            return new SchemaReport(isCapped ? SchemaVerdict.Invalid : SchemaVerdict.Valid, [], isCapped);
        }

        var pointers = ValuePointers.Find(json, violations.Findings.Select(finding => finding.At));
        var described = new List<SchemaViolation>(violations.Count);
        var room = Shortened.MaxReport;
        foreach (var finding in violations.Findings)
        {
            var told = Described(finding, pointers[finding.At], json);
            room -= told.Pointer.Length + told.KeywordLocation.Length + told.Detail.Length;
            if (room < 0)
            {
                return new SchemaReport(SchemaVerdict.Invalid, described, IsCapped: true);
            }

            described.Add(told);
        }

        return new SchemaReport(SchemaVerdict.Invalid, described, isCapped);
    }

    private static SchemaViolation Described(Finding finding, ValuePointer pointer, ReadOnlySpan<byte> json)
    {
        var detail = ViolationText.Of(finding, json[finding.At..]);
        detail += pointer.IsAround ? $" It stands farther within: its own pointer has more than {Shortened.MaxPointer} characters." : "";
        return new SchemaViolation(pointer.Text, KeywordText.NameOf(finding.Keyword), KeywordText.LocationOf(finding), detail);
    }
}
