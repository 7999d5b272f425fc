using Statute.Schemas.Formats;
using Statute.Schemas.Patterns;

namespace Statute.Schemas.Evaluating;

/// <summary>What a schema asks of a string.</summary>
internal sealed class StringRules
{
    public int MinLength;
    public int MaxLength = int.MaxValue;
    public EcmaPattern? Pattern;
    public StringFormat? Format;
}
