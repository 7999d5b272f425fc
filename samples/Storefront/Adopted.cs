using Statute;
using Statute.AspNetCore;

namespace Storefront;

/// <summary>
/// All that the store knows of Statute, in the order of <c>docs/into-an-existing-service.md</c>: the setting <c>Adopt</c> is absent (the
/// store as it was written), <c>observe</c>, <c>fold</c> or <c>hold</c>.
/// </summary>
internal static class Adopted
{
    public static void AddAdopted(this WebApplicationBuilder builder)
    {
        switch (builder.Configuration["Adopt"])
        {
            case null:
                break;
            case "observe":
                builder.Services.AddStatute(options => options.Profile = StatuteProfile.Observe);
                break;
            case "fold":
                builder.Services.AddStatute();
                break;
            case "hold":
                builder.Services.AddStatute(Hold);
                break;
            case var other:
                throw new InvalidOperationException($"'Adopt' is '{other}'; it may be observe, fold or hold, or absent.");
        }
    }

    public static void UseAdopted(this WebApplication app)
    {
        if (app.Configuration["Adopt"] is not null)
        {
            app.UseStatute();
        }
    }

    private static void Hold(StatuteOptions options) => options.Table = StatusTable.Rfc9110
        .Add(205, "Reset Content");
}
