namespace Statute.SchemaCases;

/// <summary>Whom pairs of a schema and a value are made for.</summary>
public enum PairKind
{
    /// <summary>For Ajv: 2020-12 with formats, without what it is known to get wrong, every value written as anybody would.</summary>
    Ajv,

    /// <summary>
    /// For an evaluator that follows the specification: 2020-12 with identifiers, anchors and dynamic references, without formats, values
    /// written with spaces, escapes and exponents.
    /// </summary>
    Specification,

    /// <summary>The same for schema objects of OpenAPI 3.0, in a description.</summary>
    OpenApi30,
}
