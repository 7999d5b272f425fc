using FluentValidation;

namespace Storefront.Reviews;

/// <summary>What is said in a review.</summary>
internal sealed record ReviewBody(int Stars, string Text);

/// <summary>What a review must be.</summary>
internal sealed class ReviewValidator : AbstractValidator<ReviewBody>
{
    public ReviewValidator()
    {
        RuleFor(review => review.Stars).InclusiveBetween(1, 5);
        RuleFor(review => review.Text).NotEmpty().MaximumLength(500);
    }
}
