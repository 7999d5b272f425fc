namespace Storefront.Data;

/// <summary>Whom the store tells of orders.</summary>
public sealed class Webhook
{
    public int Id { get; set; }

    public required string Url { get; set; }
}
