namespace Statute.Schemas.Explaining;

/// <summary>The keywords that content can break.</summary>
internal enum Keyword : byte
{
    FalseSchema,
    Type,
    Enum,
    Const,
    MultipleOf,
    Maximum,
    ExclusiveMaximum,
    Minimum,
    ExclusiveMinimum,
    MaxLength,
    MinLength,
    Pattern,
    Format,
    MaxItems,
    MinItems,
    UniqueItems,
    Contains,
    MaxContains,
    MinContains,
    MaxProperties,
    MinProperties,
    Required,
    DependentRequired,
    AnyOf,
    OneOf,
    Not,
    Discriminator,
}
