namespace Statute.Schemas.Compiling;

/// <summary>The vocabularies of 2020-12 that a schema's <c>$schema</c> turns on and that make a difference here.</summary>
[Flags]
internal enum VocabularySet
{
    None = 0,
    Applicator = 1,
    Unevaluated = 2,
    Validation = 4,
    FormatAssertion = 8,
    Standard = Applicator | Unevaluated | Validation,
}
