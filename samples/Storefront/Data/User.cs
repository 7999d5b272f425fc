namespace Storefront.Data;

/// <summary>Somebody who may sign in.</summary>
public sealed class User
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Role { get; set; }

    public string PasswordHash { get; set; } = "";
}
