using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Stockroom;

/// <summary>The text that somebody wants on a label.</summary>
public sealed class LabelBody
{
    [Required, StringLength(200, MinimumLength = 1)]
    public required string Text { get; init; }
}

/// <summary>A label: a headline as wide as the printer, and the whole text.</summary>
public sealed record Label(string Headline, string Text);

internal static class Labels
{
    private const int PrinterWidth = 12;

    // The one fault that the API owns up to in its description: it is known, and not yet corrected.
    public static void MapLabels(this IEndpointRouteBuilder api) =>
        api.MapPost("/labels", Print).ProducesValidationProblem().ProducesProblem((int)HttpStatusCode.InternalServerError);

    // A text that is narrower than the printer has no first twelve characters: an honest bug.
    private static Label Print(LabelBody body) => new(body.Text[..PrinterWidth], body.Text);
}
