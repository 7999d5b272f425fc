using System.Globalization;
using System.Text;

namespace Statute.SchemaCases;

/// <summary>A schema with content that conforms to it, of any length. Everything is made here, and always the same.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Schema">The schema, with formats to be asserted.</param>
/// <param name="Head">What stands before the elements.</param>
/// <param name="Element">An element, by its number.</param>
/// <param name="Foot">What stands behind the elements.</param>
/// <param name="Breaches">Texts of the content, each with one in its place that breaks the schema.</param>
public sealed record Workload(
    string Name, string Schema, string Head, Func<int, string> Element, string Foot, IReadOnlyList<(string Text, string Broken)> Breaches)
{
    /// <summary>Each of them asks for other keywords.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("orders", OrderSchema.Text, OrderSchema.Head, OrderSchema.Order, "]}", OrderSchema.Breaches),
        new("readings", ReadingSchema.Text, """{"station":"north-7","readings":[""", ReadingSchema.Reading, "]}", ReadingSchema.Breaches),
        new("settings", SettingSchema.Text, """{"version":3""", SettingSchema.Setting, "}", SettingSchema.Breaches),
        new("notes", NoteSchema.Text, "[", NoteSchema.Note, "]", NoteSchema.Breaches),
    ];

    /// <summary>Content of about this many bytes, and never fewer.</summary>
    public byte[] ContentOf(int bytes)
    {
        var content = new StringBuilder(Head);
        for (var number = 0; number == 0 || content.Length + Foot.Length < bytes; number++)
        {
            content.Append(Head[^1] == '[' && number == 0 ? "" : ",").Append(Element(number));
        }

        return Encoding.UTF8.GetBytes(content.Append(Foot).ToString());
    }

    /// <summary>A text of several lines as one, with numbers as they are written everywhere.</summary>
    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).ReplaceLineEndings("");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
