namespace Statute.Schemas.Evaluating;

/// <summary>
/// A shortcut through the branches of <c>anyOf</c> or <c>oneOf</c>: the text of one member tells which branch alone can hold.
/// </summary>
/// <param name="Name">The member, as UTF-8.</param>
/// <param name="Values">Its values.</param>
/// <param name="Branches">For each value the branch.</param>
/// <param name="IsDiscriminator">Whether a <c>discriminator</c> asks for it; else the branches' own constants do.</param>
internal sealed record Choice(byte[] Name, NameTable Values, SchemaNode[] Branches, bool IsDiscriminator);
