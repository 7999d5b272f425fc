namespace Statute.Schemas.Evaluating;

/// <summary>A value that several schemas read.</summary>
internal struct InPlaceValue(int start, int first, int marks, int told)
{
    /// <summary>Where it begins.</summary>
    public readonly int Start = start;

    /// <summary>Its first byte, which shows its type.</summary>
    public readonly int First = first;

    /// <summary>The marks of what is evaluated in it.</summary>
    public readonly int Marks = marks;

    /// <summary>How many violations were told before it.</summary>
    public readonly int Told = told;

    /// <summary>Where it ends, once a schema has read all of it.</summary>
    public int End = -1;
}
