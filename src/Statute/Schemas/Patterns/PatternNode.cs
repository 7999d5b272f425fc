namespace Statute.Schemas.Patterns;

/// <summary>A part of a pattern.</summary>
internal abstract record PatternNode;

/// <summary>One code point of a set.</summary>
internal sealed record CharacterNode(CodePointSet Set) : PatternNode;

/// <summary>Parts after each other.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>One of several parts.</summary>
internal sealed record AlternativesNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>A part so many times; <see cref="int.MaxValue"/> is without end.</summary>
internal sealed record RepeatNode(PatternNode Part, int Min, int Max, bool Lazy) : PatternNode;

/// <summary>A part that a back-reference may name.</summary>
internal sealed record CaptureNode(PatternNode Part, int Number) : PatternNode;

/// <summary>What a capture matched, once more.</summary>
internal sealed record BackReferenceNode(int Number) : PatternNode;

/// <summary>A place, or a part that must follow or precede it.</summary>
internal sealed record AssertionNode(AssertionKind Kind, PatternNode? Part = null) : PatternNode;
