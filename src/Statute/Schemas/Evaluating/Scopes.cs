using System.Buffers;

namespace Statute.Schemas.Evaluating;

/// <summary>The dynamic scope: the resources that were entered, outermost first. Most programs never need it.</summary>
internal ref struct Scopes
{
    private int[]? _resources;

    public int Count { get; set; }

    public readonly ReadOnlySpan<int> Entered => _resources.AsSpan(0, Count);

    public void Enter(int resource)
    {
        if (Count > 0 && _resources![Count - 1] == resource)
        {
            return;
        }

        if (_resources is null || Count == _resources.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(Math.Max(64, 2 * Count));
            Entered.CopyTo(larger);
            Return();
            _resources = larger;
        }

        _resources[Count++] = resource;
    }

    public void Return()
    {
        if (_resources is not null)
        {
            ArrayPool<int>.Shared.Return(_resources);
            _resources = null;
        }
    }
}
