using System.Text.RegularExpressions;

namespace Statute.Adoption.Wire;

/// <summary>
/// Every byte that came, from the status line to the end of the connection, as Latin-1; and the same with what differs from run to run
/// taken out.
/// </summary>
internal sealed partial record StoreAnswer(string Bytes)
{
    internal int Status => int.Parse(Bytes.AsSpan(9, 3));

    /// <summary>
    /// The bytes without: the date; the age of what is cached; the id of a trace; when an order was placed; a token that was given out;
    /// the ids of a connection to a hub. Nothing else may differ.
    /// </summary>
    internal string Steady => Varying().Replace(Bytes, "");

    [GeneratedRegex("""
        (?<=\r\n(Date|Age):\ )[^\r]+
        | (?<="(traceId|placedAt|token|connectionId|connectionToken)":")[^"]+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Varying();
}
