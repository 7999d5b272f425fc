using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Statute.AspNetCore.Tests.Recognised;

internal sealed class Store(DbContextOptions<Store> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    public static Store On(SqliteConnection connection) => new(new DbContextOptionsBuilder<Store>().UseSqlite(connection).Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Item>().ToTable("items").Property(item => item.Quantity).HasColumnName("qty").IsConcurrencyToken();
        modelBuilder.Entity<Item>().HasIndex(item => item.Sku).IsUnique();
    }
}

internal sealed class Item
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; set; }

    public required string Sku { get; set; }

    public int Quantity { get; set; }

    public string? Shelf { get; set; }
}
