using Statute.Schemas.Formats;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Evaluating;

/// <summary>What a schema asks of a number.</summary>
internal sealed class NumberRules
{
    public NumberBound? Minimum;
    public NumberBound? Maximum;
    public NumberBound? ExclusiveMinimum;
    public NumberBound? ExclusiveMaximum;
    public NumberStep? MultipleOf;
    public NumberFormat? Format;
}
