namespace Statute.Schemas.Evaluating;

/// <summary>Types that a schema accepts. A whole number is <see cref="Integer"/> to one that lacks <see cref="Number"/>.</summary>
[Flags]
internal enum TypeSet : byte
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Number = 16,
    String = 32,
    Integer = 64,
    All = Null | Boolean | Object | Array | Number | String,
}
