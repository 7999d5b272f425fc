using System.Text.Unicode;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Explaining;

namespace Statute.Schemas.Compiling;

/// <summary>
/// The text of a document, before anything is taken from it: it must be JSON in UTF-8 that everybody reads alike, as the content must
/// that it is to judge.
/// </summary>
internal static class DocumentText
{
    public const int MaxDepth = 1000;

    private static readonly SchemaBudgets Budgets = new()
    {
        Depth = MaxDepth,
        Members = int.MaxValue,
        Items = int.MaxValue,
        StringBytes = int.MaxValue,
        Steps = int.MaxValue,
        StepsPerByte = 1000,
    };

    /// <summary>Whether it can be used; else its faults are noted, all of those that do not end the reading.</summary>
    public static bool IsSound(string uri, ReadOnlySpan<byte> json, FaultList faults)
    {
        if (!Utf8.IsValid(json))
        {
            faults.Add($"{uri}#", $"The document is not UTF-8: {FaultText.Place(json, FaultText.Utf8End(json))}.");
            return false;
        }

        var run = new Run(json, Budgets, default, null);
        Evaluator.Document(ref run, SchemaNode.Anything);
        run.Return();
        if (run.Fault == RunFault.None)
        {
            return true;
        }

        var end = DocumentNames.Find(uri, json, faults);
        if (run.Fault is not (RunFault.DuplicateName or RunFault.LoneSurrogate))
        {
            faults.Add($"{uri}#", $"{WordsOf(run.Fault)}: {FaultText.Place(json, run.At)}.");
        }
        else if (end >= 0)
        {
            faults.Add($"{uri}#", $"{WordsOf(RunFault.Syntax)}: {FaultText.Place(json, end)}.");
        }

        return false;
    }

    private static string WordsOf(RunFault fault) => fault switch
    {
        RunFault.Syntax => "The document is not JSON",
        RunFault.Depth => $"The document is nested more than {MaxDepth} deep, or deeper than it can be read",
        RunFault.Exponent => "A number has an exponent of more than 36 digits",
        RunFault.None or RunFault.NotUtf8 or RunFault.DuplicateName or RunFault.LoneSurrogate or RunFault.Members or RunFault.Items
            or RunFault.StringBytes or RunFault.Steps or RunFault.Violations => "The document is too large to be read",
    };
}
