using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>Keeps the database, which lives in memory, for as long as the store runs; and fills it.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;

    public Database()
    {
        ConnectionString = $"Data Source=store-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        _connection = new SqliteConnection(ConnectionString);
        _connection.Open();
    }

    public string ConnectionString { get; }

    public static async Task FillAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        await db.Database.EnsureCreatedAsync();
        db.Categories.AddRange(new Category { Name = "Tools" }, new Category { Name = "Garden" }, new Category { Name = "Empty" });
        for (var i = 1; i <= 5; i++)
        {
            db.Products.Add(new Product
            {
                Sku = $"SKU-{i}",
                Name = $"Product {i}",
                Price = 10 * i,
                CategoryId = 1 + (i % 2),
                Stock = 10,
                Image = i == 1 ? [.. Enumerable.Range(0, 1000).Select(n => (byte)n)] : null,
            });
        }

        db.Customers.Add(new Customer { Email = "alice@example.com", Name = "Alice", Addresses = ["1 High Street"] });
        db.Coupons.AddRange(
            new Coupon { Code = "SPRING", Percent = 10 },
            new Coupon { Code = "OLD", Percent = 50, HasExpired = true });
        db.Reviews.Add(new Review { ProductId = 1, Stars = 5, Text = "Does what it says." });
        db.Users.AddRange(WithPassword("alice", "customer"), WithPassword("admin", "admin"));
        await db.SaveChangesAsync();
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>The first users' passwords are their names.</summary>
    private static User WithPassword(string name, string role)
    {
        var user = new User { Name = name, Role = role };
        user.PasswordHash = new PasswordHasher<User>().HashPassword(user, name);
        return user;
    }
}
