namespace Statute.Judging;

/// <summary>Words for a caller whose content is not JSON.</summary>
internal static class JsonWords
{
    internal static string Of(in JsonScan scan) => scan.Fault == JsonFault.Empty
        ? "The operation needs content, and there is none. Send JSON."
        : $"Line {scan.Line}, byte {scan.BytePosition}: {Of(scan.Fault)}";

    private static string Of(JsonFault fault) => fault switch
    {
        JsonFault.None or JsonFault.Empty => "",
        JsonFault.Malformed => "the content is not JSON, or ends too early. Correct it there.",
        JsonFault.TooDeep => $"the content is nested deeper than {JsonScan.MaxDepth} levels. Make it flatter.",
        JsonFault.NotUtf8 => "the bytes are not UTF-8. Send JSON in UTF-8.",
        JsonFault.LoneSurrogate => "an escape stands for half a character. Send both halves, or the character itself.",
        JsonFault.DuplicateName => "the name comes twice in its object. Send it once.",
    };
}
