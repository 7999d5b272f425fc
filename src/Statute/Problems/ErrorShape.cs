namespace Statute.Problems;

/// <summary>The shape of <c>errors</c> in a refusal.</summary>
public enum ErrorShape
{
    /// <summary>
    /// A list with a place for each fault: <c>[{"detail": "It is too long.", "pointer": "#/lines/1/sku"}]</c> (RFC 9457, 3).
    /// </summary>
    Pointers,

    /// <summary>
    /// ASP.NET's: an object with the texts under the name of each place, <c>{"Lines[1].Sku": ["It is too long."]}</c>. A fault that only
    /// Statute has found stands under the name of the parameter or field, or under the path in the content: <c>$.lines[1].sku</c>.
    /// </summary>
    AspNet,
}
