namespace Statute.AspNetCore.Tests.Wire;

/// <summary>Cases that are written as a table: a line for each, and <c>|</c> between its cells.</summary>
internal static class TextTable
{
    /// <summary>The cells of each line, without the spaces around them.</summary>
    internal static IEnumerable<string[]> RowsOf(string text) =>
        text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    /// <summary>The first three cells of each line.</summary>
    internal static TheoryData<string, string, string> CasesOf(string text) =>
        new(RowsOf(text).Select(cells => (cells[0], cells[1], cells[2])));

    /// <summary>The first three cells of each line, once for each of the ways in which it is asked.</summary>
    internal static TheoryData<string, string, string, string> CasesOf(string text, params string[] ways) =>
        new(RowsOf(text).SelectMany(cells => ways.Select(way => (way, cells[0], cells[1], cells[2]))));
}
