namespace Statute.Schemas;

/// <summary>One place of the content that breaks one keyword.</summary>
/// <param name="Pointer">
/// The place in the content, as an RFC 6901 pointer in fragment form, such as <c>#/lines/1/qty</c>. Where it would have more than 1,000
/// characters it is the nearest place around whose pointer has not, and the detail says so.
/// </param>
/// <param name="Keyword">The keyword that is broken; <c>false</c> for the schema that nothing conforms to.</param>
/// <param name="KeywordLocation">
/// Where the keyword stands, as URI of its document, if it has one, and pointer in fragment form, likewise of at most 1,000 characters.
/// </param>
/// <param name="Detail">What was expected and what is there, without the content's own text. Of the schema's at most 200
/// characters of a word are quoted.</param>
public sealed record SchemaViolation(string Pointer, string Keyword, string KeywordLocation, string Detail);
