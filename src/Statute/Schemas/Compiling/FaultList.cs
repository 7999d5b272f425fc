using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>Faults and notices of a compilation, collected to be told together.</summary>
internal sealed class FaultList
{
    private readonly HashSet<SchemaFault> _faults = [];
    private readonly HashSet<SchemaNotice> _notices = [];

    public IReadOnlyCollection<SchemaFault> Faults => _faults;

    public IReadOnlyCollection<SchemaNotice> Notices => _notices;

    public void Add(SchemaPlace place, string keyword, string text) =>
        _faults.Add(new SchemaFault(place.Document.LocationOf(JsonPointer.Append(place.Pointer, keyword)), $"'{keyword}' {text}"));

    public void Add(string location, string text) => _faults.Add(new SchemaFault(location, text));

    public void Note(SchemaPlace place, string keyword, string text) =>
        _notices.Add(new SchemaNotice(place.Document.LocationOf(JsonPointer.Append(place.Pointer, keyword)), $"'{keyword}' {text}"));

    public void Note(SchemaNode node, string keyword, string text) =>
        _notices.Add(new SchemaNotice($"{node.Location}/{keyword}", $"'{keyword}' {text}"));

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new SchemaLoadException([.. _faults]);
        }
    }
}
