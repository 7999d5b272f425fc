using System.Text;
using System.Text.Json;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Compiling;

/// <summary>One schema while its keywords are read into its node.</summary>
internal sealed class SchemaContext(SchemaCompiler compiler, SchemaPlace place, SchemaNode node)
{
    public SchemaCompiler Compiler => compiler;

    public SchemaPlace Place => place;

    public SchemaNode Node => node;

    public SchemaDialect Dialect => compiler.Options.Dialect;

    public VocabularySet Vocabularies => place.Resource.Vocabularies;

    public StringRules Strings => node.Strings ??= new StringRules();

    public NumberRules Numbers => node.Numbers ??= new NumberRules();

    public ArrayRules Arrays => node.Arrays ??= new ArrayRules();

    public ObjectRules Objects => node.Objects ??= new ObjectRules();

    public PlaceRules InPlace => node.Place ??= new PlaceRules();

    public bool Has(string keyword, out JsonElement value) => place.Element.TryGetProperty(keyword, out value);

    public void Fault(string keyword, string text) => compiler.Faults.Add(place, keyword, text);

    public void Note(string keyword, string text) => compiler.Faults.Note(place, keyword, text);

    /// <summary>Whether the value is of that kind; else a fault is noted.</summary>
    public bool Is(string keyword, JsonElement value, JsonValueKind kind, string expected)
    {
        if (value.ValueKind == kind)
        {
            return true;
        }

        Fault(keyword, $"must be {expected}; it is {Words.Kind(value)}.");
        return false;
    }

    public bool Flag(string keyword, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault(keyword, $"must be true or false; it is {Words.Kind(value)}.");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A length or count: a whole number that is not negative, of whatever notation.</summary>
    public int Count(string keyword, JsonElement value)
    {
        if (!Is(keyword, value, JsonValueKind.Number, "a whole number, 0 or more"))
        {
            return 0;
        }

        var text = value.GetRawText();
        var number = DecimalText.Parse(Encoding.ASCII.GetBytes(text));
        if (number.IsNegative || !number.IsInteger)
        {
            Fault(keyword, $"is {text}; it must be a whole number, 0 or more.");
            return 0;
        }

        return number.Exponent + number.Count > 9 ? int.MaxValue : (int)decimal.Parse(text, System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The texts of a list, or an empty list where it is none.</summary>
    public IReadOnlyList<string> Texts(string keyword, JsonElement value)
    {
        if (!Is(keyword, value, JsonValueKind.Array, "a list of texts"))
        {
            return [];
        }

        if (value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            Fault(keyword, "must be a list of texts only.");
            return [];
        }

        List<string> texts = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        if (texts.Distinct().Count() < texts.Count)
        {
            Fault(keyword, "names something twice. Leave one out.");
        }

        return texts;
    }
}
