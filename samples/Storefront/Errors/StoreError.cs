namespace Storefront.Errors;

/// <summary>How the store tells of errors of its own: a code that clients know, and words.</summary>
/// <param name="Code">Such as <c>COUPON_EXPIRED</c>.</param>
/// <param name="Message">For people.</param>
public sealed record StoreError(string Code, string Message);
