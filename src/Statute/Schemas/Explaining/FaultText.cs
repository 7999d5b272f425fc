using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>Words for content that could not be judged.</summary>
internal static class FaultText
{
    public static (SchemaVerdict Verdict, string Detail) Of(RunFault fault, ReadOnlySpan<byte> json, int at)
    {
        var place = Place(json, at);
        return fault switch
        {
            RunFault.NotUtf8 => (SchemaVerdict.Malformed, $"The content is not UTF-8: {place}."),
            RunFault.Syntax => (SchemaVerdict.Malformed, $"The content is not JSON: {place}."),
            RunFault.DuplicateName => (SchemaVerdict.Malformed, $"An object has a name twice: {place}."),
            RunFault.LoneSurrogate => (SchemaVerdict.Malformed, $"A text has half of a surrogate pair: {place}."),
            RunFault.Depth => (SchemaVerdict.OverBudget, $"The content is nested deeper than it may be: {place}."),
            RunFault.Members => (SchemaVerdict.OverBudget, $"An object has more members than it may have: {place}."),
            RunFault.Items => (SchemaVerdict.OverBudget, $"An array has more items than it may have: {place}."),
            RunFault.StringBytes => (SchemaVerdict.OverBudget, $"A text or number is longer than it may be: {place}."),
            RunFault.Exponent => (SchemaVerdict.OverBudget, $"A number has an exponent of more than 36 digits: {place}."),
            RunFault.Steps => (SchemaVerdict.OverBudget, $"The content takes more work to judge than it may: {place}."),
            RunFault.None or RunFault.Violations => throw new ArgumentOutOfRangeException(nameof(fault), fault, "It ended nothing."),
        };
    }

    public static string Place(ReadOnlySpan<byte> json, int at)
    {
        var before = json[..Math.Min(at, json.Length)];
        return $"line {before.Count((byte)'\n') + 1}, byte {before.Length - before.LastIndexOf((byte)'\n')}";
    }

    /// <summary>Where what is UTF-8 ends.</summary>
    public static int Utf8End(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(json[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
