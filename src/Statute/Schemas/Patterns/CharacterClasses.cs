using System.Globalization;

namespace Statute.Schemas.Patterns;

/// <summary>The classes that ECMA-262 has names for. Its digits and letters of words are ASCII, unlike .NET's.</summary>
internal static class CharacterClasses
{
    public static readonly CodePointSet Digit = new([('0', '9')]);

    public static readonly CodePointSet Word = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    public static readonly CodePointSet Space = new(
    [
        (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F),
        (0x3000, 0x3000), (0xFEFF, 0xFEFF),
    ]);

    public static readonly CodePointSet NotLineEnd =
        new CodePointSet([('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)]).Complement();

    private static readonly Lazy<List<(int, int)>[]> ByCategory = new(ReadCategories);

    // Short name, long name, the categories of .NET that it is made of.
    private const string Table = """
        L  Letter                0 1 2 3 4
        LC Cased_Letter          0 1 2
        Lu Uppercase_Letter      0
        Ll Lowercase_Letter      1
        Lt Titlecase_Letter      2
        Lm Modifier_Letter       3
        Lo Other_Letter          4
        M  Mark                  5 6 7
        Mn Nonspacing_Mark       5
        Mc Spacing_Mark          6
        Me Enclosing_Mark        7
        N  Number                8 9 10
        Nd Decimal_Number        8
        Nl Letter_Number         9
        No Other_Number          10
        Z  Separator             11 12 13
        Zs Space_Separator       11
        Zl Line_Separator        12
        Zp Paragraph_Separator   13
        C  Other                 14 15 16 17 29
        Cc Control               14
        Cf Format                15
        Cs Surrogate             16
        Co Private_Use           17
        Cn Unassigned            29
        P  Punctuation           18 19 20 21 22 23 24
        Pc Connector_Punctuation 18
        Pd Dash_Punctuation      19
        Ps Open_Punctuation      20
        Pe Close_Punctuation     21
        Pi Initial_Punctuation   22
        Pf Final_Punctuation     23
        Po Other_Punctuation     24
        S  Symbol                25 26 27 28
        Sm Math_Symbol           25
        Sc Currency_Symbol       26
        Sk Modifier_Symbol       27
        So Other_Symbol          28
        """;

    /// <summary>The code points of a property of Unicode: a general category, <c>Any</c> or <c>ASCII</c>. Null for any other.</summary>
    public static CodePointSet? Property(string name)
    {
        if (name is "Any" or "ASCII")
        {
            return new CodePointSet([(0, name == "Any" ? CodePointSet.Last : 0x7F)]);
        }

        var value = name.StartsWith("General_Category=", StringComparison.Ordinal) || name.StartsWith("gc=", StringComparison.Ordinal)
            ? name[(name.IndexOf('=') + 1)..]
            : name;
        var row = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(row => row[0] == value || row[1] == value || (row[1] == "Punctuation" && value == "punct"));
        return row is null
            ? null
            : new CodePointSet(row.Skip(2).SelectMany(number => ByCategory.Value[int.Parse(number, CultureInfo.InvariantCulture)]));
    }

    private static List<(int, int)>[] ReadCategories()
    {
        List<(int, int)>[] categories = [.. Enumerable.Range(0, 30).Select(_ => new List<(int, int)>())];
        for (var first = 0; first <= CodePointSet.Last;)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(first);
            var last = first;
            while (last < CodePointSet.Last && CharUnicodeInfo.GetUnicodeCategory(last + 1) == category)
            {
                last++;
            }

            categories[(int)category].Add((first, last));
            first = last + 1;
        }

        return categories;
    }
}
