using System.Text.Json;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Patterns;

namespace Statute.Schemas.Compiling;

/// <summary>
/// Makes a node of every schema that the first ones lead to. Nodes are made empty and filled one after the other, so that schemas
/// may refer to each other in any way and to any depth.
/// </summary>
internal sealed class SchemaCompiler(SchemaLibrary library, SchemaOptions options, bool keepsScope)
{
    private readonly Dictionary<SchemaPlace, SchemaNode> _nodes = [];
    private readonly Queue<(SchemaPlace Place, SchemaNode Node)> _open = [];
    private readonly Dictionary<string, EcmaPattern> _patterns = [];
    private readonly HashSet<string> _formats = [];
    private readonly List<(DynamicReference Reference, string Anchor)> _dynamic = [];

    public SchemaLibrary Library => library;

    public SchemaOptions Options => options;

    public FaultList Faults => library.Faults;

    /// <summary>Whether some <c>$dynamicRef</c> can lead to different places, so that the dynamic scope must be kept.</summary>
    public bool NeedsScope => _dynamic.Any(dynamic => CandidatesOf(dynamic.Anchor).Count() > 1);

    /// <summary>The node of a schema, filled once all are known.</summary>
    public SchemaNode NodeOf(SchemaPlace place)
    {
        place = keepsScope ? place : References.Follow(this, place);
        if (!_nodes.TryGetValue(place, out var node))
        {
            node = new SchemaNode(place.Location, place.Resource.Number);
            _nodes.Add(place, node);
            _open.Enqueue((place, node));
        }

        return node;
    }

    public SchemaNode NodeOf(SchemaPlace place, string keyword) => Inner(place, JsonPointer.Append(place.Pointer, keyword));

    public SchemaNode NodeOf(SchemaPlace place, string keyword, string name) =>
        Inner(place, JsonPointer.Append(JsonPointer.Append(place.Pointer, keyword), name));

    public SchemaNode NodeOf(SchemaPlace place, string keyword, int index) =>
        Inner(place, JsonPointer.Append(JsonPointer.Append(place.Pointer, keyword), index));

    /// <summary>The pattern of a text: documents say the same one again and again.</summary>
    /// <exception cref="PatternException">It is none.</exception>
    public EcmaPattern PatternOf(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern))
        {
            pattern = new EcmaPattern(text);
            _patterns.Add(text, pattern);
        }

        return pattern;
    }

    /// <summary>Whether a format is met for the first time: what is not judged of them is noted once.</summary>
    public bool IsNewFormat(string name) => _formats.Add(name);

    public void AddDynamic(DynamicReference reference, string anchor) => _dynamic.Add((reference, anchor));

    /// <summary>Fills all nodes.</summary>
    public void Fill()
    {
        do
        {
            while (_open.TryDequeue(out var next))
            {
                Fill(next.Place, next.Node);
            }

            foreach (var (reference, anchor) in _dynamic)
            {
                foreach (var place in keepsScope ? CandidatesOf(anchor) : [])
                {
                    reference.Targets.TryAdd(place.Resource.Number, NodeOf(place));
                }
            }
        }
        while (_open.Count > 0);

        foreach (var node in _nodes.Values)
        {
            Choices.Find(node);
        }

        EndlessReferences.Find(_nodes.Values, Faults);
        if (Faults.Faults.Count > 0)
        {
            return;
        }

        foreach (var node in _nodes.Values)
        {
            Contradictions.Find(node, Faults);
        }
    }

    private SchemaNode Inner(SchemaPlace place, string pointer) => NodeOf(library.PlaceAt(place.Document, pointer)!);

    private IEnumerable<SchemaPlace> CandidatesOf(string anchor) =>
        from resource in library.Resources
        where resource.DynamicAnchors.ContainsKey(anchor)
        select resource.DynamicAnchors[anchor];

    private void Fill(SchemaPlace place, SchemaNode node)
    {
        if (keepsScope)
        {
            node.Place = new PlaceRules { KeepsScope = true };
        }

        switch (place.Element.ValueKind)
        {
            case JsonValueKind.True when options.Dialect == SchemaDialect.Draft202012 || IsAdditional(place):
                break;
            case JsonValueKind.False when options.Dialect == SchemaDialect.Draft202012 || IsAdditional(place):
                node.Types = TypeSet.None;
                node.IsFalse = true;
                break;
            case JsonValueKind.Object:
                Keywords.Read(new SchemaContext(this, place, node));
                break;
            default:
                Faults.Add(place.Location, $"A schema must be {Expected()}; this is {Words.Kind(place.Element)}.");
                break;
        }
    }

    private static bool IsAdditional(SchemaPlace place) => place.Pointer.EndsWith("/additionalProperties", StringComparison.Ordinal);

    private string Expected() => options.Dialect switch
    {
        SchemaDialect.Draft202012 => "an object, true or false",
        SchemaDialect.OpenApi30 => "an object",
    };
}
