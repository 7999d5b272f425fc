using Microsoft.EntityFrameworkCore;

namespace Stockroom;

/// <summary>The stock, in one SQLite file.</summary>
internal sealed class StockroomDb(DbContextOptions<StockroomDb> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    public DbSet<RecountDone> Recounts => Set<RecountDone>();

    public DbSet<Photo> Photos => Set<Photo>();

    public ValueTask<Item?> FindItemAsync(string sku, CancellationToken cancel) => Items.FindAsync([sku], cancel);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // SQLite has no row versions of its own.
        foreach (var entry in ChangeTracker.Entries<Item>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Entity.Version++;
            }
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Item>().HasKey(item => item.Sku);
        modelBuilder.Entity<Item>().Property(item => item.Version).IsConcurrencyToken();
        modelBuilder.Entity<RecountDone>().HasKey(done => done.Key);
        // A photo goes with its item.
        modelBuilder.Entity<Photo>().HasOne<Item>().WithOne().HasForeignKey<Photo>(photo => photo.Sku);
    }
}
