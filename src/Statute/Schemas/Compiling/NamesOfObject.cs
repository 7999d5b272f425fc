using System.Text;
using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>
/// Gives a number to every name that <c>properties</c>, <c>required</c> and the dependent keywords of a schema mention, and reads
/// these keywords together, as soon as one of them is met.
/// </summary>
internal static class NamesOfObject
{
    public static void Read(SchemaContext schema)
    {
        var rules = schema.Objects;
        if (rules.Names.Count > 0)
        {
            return;
        }

        var validates = (schema.Vocabularies & VocabularySet.Validation) != 0;
        var applies = (schema.Vocabularies & VocabularySet.Applicator) != 0;
        var properties = applies ? Members(schema, "properties") : [];
        HashSet<string> schemas = applies ? [.. Members(schema, "dependentSchemas")] : [];
        var dependents = validates ? Dependents(schema) : [];
        var required = validates ? Required(schema) : [];
        List<string> names = [.. properties.Concat(required).Concat(schemas).Concat(dependents.Keys)
            .Concat(dependents.Values.SelectMany(dependent => dependent)).Distinct()];
        rules.Names = new NameTable([.. names.Select(Encoding.UTF8.GetBytes)]);
        rules.Properties = new SchemaNode?[names.Count];
        var numbers = names.Index().ToDictionary(name => name.Item, name => name.Index);
        foreach (var name in properties)
        {
            rules.Properties[numbers[name]] = schema.Compiler.NodeOf(schema.Place, "properties", name);
        }

        rules.Required = required.Count > 0 ? Bits(required, numbers, rules) : [];
        List<string> depended = [.. dependents.Keys.Union(schemas)];
        if (depended.Count == 0)
        {
            return;
        }

        rules.Dependent = Bits(depended, numbers, rules);
        rules.Dependencies = new Dependency?[names.Count];
        foreach (var name in depended)
        {
            rules.Dependencies[numbers[name]] = new Dependency(
                [.. dependents.GetValueOrDefault(name, []).Select(dependent => numbers[dependent])],
                schemas.Contains(name) ? schema.Compiler.NodeOf(schema.Place, "dependentSchemas", name) : null);
        }
    }

    private static List<string> Members(SchemaContext schema, string keyword) =>
        schema.Has(keyword, out var value) && schema.Is(keyword, value, JsonValueKind.Object, "an object")
            ? [.. value.EnumerateObject().Select(member => member.Name)]
            : [];

    private static IReadOnlyList<string> Required(SchemaContext schema) =>
        schema.Has("required", out var value) ? schema.Texts("required", value) : [];

    private static Dictionary<string, IReadOnlyList<string>> Dependents(SchemaContext schema) =>
        schema.Has("dependentRequired", out var value) && schema.Is("dependentRequired", value, JsonValueKind.Object, "an object")
            ? value.EnumerateObject().ToDictionary(member => member.Name, member => schema.Texts("dependentRequired", member.Value))
            : [];

    private static ulong[] Bits(IEnumerable<string> names, Dictionary<string, int> numbers, ObjectRules rules)
    {
        var bits = new ulong[rules.Names.Words];
        foreach (var name in names)
        {
            bits[numbers[name] >> 6] |= 1UL << numbers[name];
        }

        return bits;
    }
}
