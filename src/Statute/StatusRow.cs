namespace Statute;

/// <summary>One row of a table.</summary>
/// <param name="Code">The status code, 200 to 599.</param>
/// <param name="Message">The reason phrase on HTTP/1.1 and the <c>title</c> of a refusal: 1 to 64 printable ASCII characters.</param>
/// <param name="Kind">Whether the row answers or refuses.</param>
/// <param name="Description">What the row means, in a sentence or two.</param>
/// <param name="Repeat">What a client is told about sending the same request again.</param>
public sealed record StatusRow(int Code, string Message, RowKind Kind, string Description, RepeatRule Repeat);
