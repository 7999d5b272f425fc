using System.Collections.Concurrent;

namespace Statute.AspNetCore.Basic;

/// <summary>All entries live equally long, so the order in which they came is the order in which they end.</summary>
internal sealed class SuccessCache(TimeProvider time, TimeSpan lifetime, int capacity)
{
    private readonly ConcurrentDictionary<SuccessKey, long> _addedAt = new();
    private readonly Queue<SuccessKey> _order = new();
    private readonly Lock _adding = new();

    public bool Holds(in SuccessKey key) => _addedAt.TryGetValue(key, out var addedAt) && IsAlive(addedAt);

    public void Add(in SuccessKey key)
    {
        if (lifetime <= TimeSpan.Zero || capacity < 1)
        {
            return;
        }

        lock (_adding)
        {
            RemoveEnded();
            // Two requests may have checked the same password side by side; the first entry stands.
            if (!_addedAt.TryAdd(key, time.GetTimestamp()))
            {
                return;
            }

            _order.Enqueue(key);
            if (_order.Count > capacity)
            {
                _addedAt.TryRemove(_order.Dequeue(), out _);
            }
        }
    }

    private void RemoveEnded()
    {
        while (_order.TryPeek(out var oldest) && !IsAlive(_addedAt[oldest]))
        {
            _addedAt.TryRemove(_order.Dequeue(), out _);
        }
    }

    private bool IsAlive(long addedAt) => time.GetElapsedTime(addedAt) < lifetime;
}
