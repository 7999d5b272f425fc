using Microsoft.Extensions.Time.Testing;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A wall clock that somebody may set, beside a clock that goes on as it went.</summary>
internal sealed class WallAndPendulum : FakeTimeProvider
{
    private TimeSpan _set;

    internal WallAndPendulum() : base(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _set;

    // The fake one is derived from the wall's.
    public override long GetTimestamp() => base.GetTimestamp() - _set.Ticks;

    /// <summary>Sets the wall clock by so much, forward or back.</summary>
    internal void Set(TimeSpan by) => _set += by;
}
