namespace Storefront.Data;

/// <summary>Somebody who buys.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public required string Email { get; set; }

    public required string Name { get; set; }

    public List<string> Addresses { get; set; } = [];
}
