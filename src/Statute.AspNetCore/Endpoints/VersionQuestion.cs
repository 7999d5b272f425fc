using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Marks a request of ours that asks for a version, and takes what only the filter sees of the answer.</summary>
internal sealed class VersionQuestion
{
    /// <summary>Whether the handler gave back null: 404 is made of it further out.</summary>
    internal bool IsMissing { get; private set; }

    internal void Note(object? result) => IsMissing = result switch
    {
        null => true,
        IConvertToActionResult convertible => IsNull(convertible.Convert()),
        IActionResult action => IsNull(action),
        _ => false,
    };

    private static bool IsNull(IActionResult result) => result is ObjectResult { Value: null } and not OkObjectResult;
}
