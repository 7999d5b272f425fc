namespace Statute.Schemas;

/// <summary>One place of the content that breaks one keyword.</summary>
/// <param name="Pointer">The place in the content, as an RFC 6901 pointer in fragment form, such as <c>#/lines/1/qty</c>.</param>
/// <param name="Keyword">The keyword that is broken; <c>false</c> for the schema that nothing conforms to.</param>
/// <param name="KeywordLocation">Where the keyword stands, as URI of its document, if it has one, and pointer.</param>
/// <param name="Detail">What was expected and what is there, without the content's own text.</param>
public sealed record SchemaViolation(string Pointer, string Keyword, string KeywordLocation, string Detail);
