using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Stockroom;

/// <summary>How the SQLite file is opened, and made where there is none.</summary>
internal static class Database
{
    // How long a writer waits for the others before it gives up.
    private const int BusySeconds = 10;

    public static void AddStockroomDb(this IServiceCollection services, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds };
        services.AddDbContext<StockroomDb>(options => options.UseSqlite(connection.ToString()));
        // A sku that exists already is an answer and no crash; what nobody answers is logged by whoever ends the request.
        services.AddLogging(logging => logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical));
    }

    public static async Task CreateDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StockroomDb>();
        try
        {
            // A new file is made with a write-ahead log: readers and the one writer do not wait for each other.
            await db.Database.EnsureCreatedAsync();
        }
        catch (SqliteException fault)
        {
            throw new CannotStartException(
                $"cannot open the database '{db.Database.GetDbConnection().DataSource}': {fault.Message.TrimEnd('.')}. "
                + "Remove it, or name another folder with --data DIR.", fault);
        }
    }
}
