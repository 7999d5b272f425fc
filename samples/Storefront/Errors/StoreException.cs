namespace Storefront.Errors;

/// <summary>An error that its thrower knows the answer to.</summary>
internal sealed class StoreException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public StoreError Error { get; } = new(code, message);
}
