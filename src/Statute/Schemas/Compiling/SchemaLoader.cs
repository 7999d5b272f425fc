using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>Compiles schemas of one document, and tells all faults together.</summary>
internal static class SchemaLoader
{
    public delegate JsonSchema Maker(SchemaNode root, SchemaBudgets budgets, IReadOnlyList<SchemaNotice> notices);

    public static IReadOnlyList<JsonSchema> Load(
        ReadOnlyMemory<byte> utf8, IReadOnlyList<string> pointers, SchemaOptions options, Maker make)
    {
        var library = new SchemaLibrary(options, new FaultList());
        var document = library.Add(options.BaseUri, utf8);
        library.Faults.ThrowIfAny();
        return Load(library, document!, pointers, options, make);
    }

    private static List<JsonSchema> Load(
        SchemaLibrary library, SchemaDocument document, IReadOnlyList<string> pointers, SchemaOptions options, Maker make)
    {
        try
        {
            var roots = Compile(library, document, pointers, options, keepsScope: false)
                ?? Compile(library, document, pointers, options, keepsScope: true)!;
            library.Faults.ThrowIfAny();
            List<SchemaNotice> notices = [.. library.Faults.Notices];
            return [.. roots.Select(root => make(root, options.Budgets, notices))];
        }
        catch (InsufficientExecutionStackException)
        {
            library.Faults.Add(document.LocationOf(""), "The schema is nested too deep to be compiled.");
            library.Faults.ThrowIfAny();
            throw;
        }
    }

    /// <summary>The nodes, or nothing where the dynamic scope turns out to be needed.</summary>
    private static List<SchemaNode>? Compile(
        SchemaLibrary library, SchemaDocument document, IReadOnlyList<string> pointers, SchemaOptions options, bool keepsScope)
    {
        var compiler = new SchemaCompiler(library, options, keepsScope);
        var roots = new List<SchemaNode>();
        foreach (var pointer in pointers)
        {
            if (library.PlaceAt(document, pointer) is { } place)
            {
                roots.Add(compiler.NodeOf(place));
            }
            else
            {
                library.Faults.Add(document.LocationOf(pointer), "There is no schema.");
            }
        }

        compiler.Fill();
        return compiler.NeedsScope && !keepsScope ? null : roots;
    }
}
