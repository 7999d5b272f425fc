namespace Statute;

/// <summary>Whether a row of the table answers what was asked, or refuses it.</summary>
public enum RowKind
{
    /// <summary>The request was answered.</summary>
    Normal,

    /// <summary>The request was refused, or failed.</summary>
    Abnormal,
}
