using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Statute.Schemas.Compiling;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Explaining;

namespace Statute.Schemas;

/// <summary>
/// A compiled JSON Schema. It never changes and may be used from many threads. It judges UTF-8 as it stands: nothing is built of the
/// content, and nothing is allocated for content that conforms, but for memory that the shared array pool lacks. A value is read once,
/// and once more for each schema beside the first that judges it.
/// </summary>
public sealed partial class JsonSchema
{
    private readonly SchemaBudgets _budgets;

    private JsonSchema(SchemaNode root, SchemaBudgets budgets, IReadOnlyList<SchemaNotice> notices) =>
        (Root, _budgets, Notices) = (root, budgets, notices);

    /// <summary>What in the schema is not judged, and what in it leaves nothing to conform.</summary>
    public IReadOnlyList<SchemaNotice> Notices { get; }

    internal SchemaNode Root { get; }

    /// <summary>Compiles the text of a schema.</summary>
    /// <param name="utf8">The schema.</param>
    /// <param name="options">How; the defaults otherwise.</param>
    /// <exception cref="SchemaLoadException">The schema has faults; all of them are listed.</exception>
    public static JsonSchema Compile(ReadOnlyMemory<byte> utf8, SchemaOptions? options = null) =>
        SchemaLoader.Load(utf8, [""], options ?? new SchemaOptions(), Make)[0];

    /// <summary>Compiles a schema that has been parsed.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">How; the defaults otherwise.</param>
    /// <exception cref="SchemaLoadException">The schema has faults; all of them are listed.</exception>
    public static JsonSchema Compile(JsonElement schema, SchemaOptions? options = null) =>
        Compile(JsonMarshal.GetRawUtf8Value(schema).ToArray(), options);

    /// <summary>Compiles several schemas of one document, such as an OpenAPI description; what they share is compiled once.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="pointers">Where the schemas stand, as RFC 6901 pointers such as <c>/components/schemas/Pet</c>.</param>
    /// <param name="options">How; the defaults otherwise.</param>
    /// <returns>A schema for each pointer, in their order.</returns>
    /// <exception cref="SchemaLoadException">The schemas have faults; all of them are listed.</exception>
    public static IReadOnlyList<JsonSchema> CompileMany(
        ReadOnlyMemory<byte> utf8, IReadOnlyList<string> pointers, SchemaOptions? options = null) =>
        SchemaLoader.Load(utf8, pointers, options ?? new SchemaOptions(), Make);

    /// <summary>Whether the content is JSON that conforms.</summary>
    /// <param name="utf8">The content.</param>
    public bool IsValid(ReadOnlySpan<byte> utf8)
    {
        Span<ulong> memory = stackalloc ulong[Run.StackWords];
        var run = new Run(utf8, _budgets, memory, null);
        try
        {
            return Utf8.IsValid(utf8) && Evaluator.Document(ref run, Root);
        }
        finally
        {
            run.Return();
        }
    }

    /// <summary>Whether the content is JSON that conforms.</summary>
    /// <param name="utf8">The content, in one or many segments.</param>
    public bool IsValid(ReadOnlySequence<byte> utf8)
    {
        if (utf8.IsSingleSegment)
        {
            return IsValid(utf8.FirstSpan);
        }

        using var content = new JoinedContent(utf8);
        return IsValid(content.Span);
    }

    /// <summary>What the schema says of the content, without reasons.</summary>
    /// <param name="utf8">The content.</param>
    public SchemaVerdict Judge(ReadOnlySpan<byte> utf8) =>
        IsValid(utf8) ? SchemaVerdict.Valid : Explainer.Explain(Root, utf8, _budgets, 0).Verdict;

    /// <summary>What the schema says of the content, without reasons.</summary>
    /// <param name="utf8">The content, in one or many segments.</param>
    public SchemaVerdict Judge(ReadOnlySequence<byte> utf8)
    {
        if (utf8.IsSingleSegment)
        {
            return Judge(utf8.FirstSpan);
        }

        using var content = new JoinedContent(utf8);
        return Judge(content.Span);
    }

    /// <summary>What the schema says of the content, with every violation.</summary>
    /// <param name="utf8">The content.</param>
    public SchemaReport Explain(ReadOnlySpan<byte> utf8) => Explainer.Explain(Root, utf8, _budgets, _budgets.Violations);

    /// <summary>What the schema says of the content, with every violation.</summary>
    /// <param name="utf8">The content, in one or many segments.</param>
    public SchemaReport Explain(ReadOnlySequence<byte> utf8)
    {
        if (utf8.IsSingleSegment)
        {
            return Explain(utf8.FirstSpan);
        }

        using var content = new JoinedContent(utf8);
        return Explain(content.Span);
    }

    private static JsonSchema Make(SchemaNode root, SchemaBudgets budgets, IReadOnlyList<SchemaNotice> notices) =>
        new(root, budgets, notices);
}
