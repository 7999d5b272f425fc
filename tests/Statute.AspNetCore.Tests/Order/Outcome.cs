using System.Data.Common;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Order;

/// <summary>How the handler of the twins ends.</summary>
internal static class Outcome
{
    internal static Order? Of(string? outcome, Order order) => outcome switch
    {
        "missing" => null,
        "exists" => throw new StateException("23505"),
        "changed" => throw new StateException("40001"),
        "failure" => throw new InvalidOperationException(Canary.Mark),
        _ => order,
    };

    /// <summary>What a database says, by the standard's states.</summary>
    private sealed class StateException(string state) : DbException("The database refuses.")
    {
        public override string SqlState => state;
    }
}
