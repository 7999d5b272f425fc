using Statute;
using Statute.AspNetCore;
using Statute.Problems;

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

    /// <summary>Old clients of the coupons compare error bodies byte for byte.</summary>
    public static void AddAdopted(this RouteGroupBuilder coupons, IConfiguration configuration)
    {
        if (configuration["Adopt"] is "hold")
        {
            coupons.KeepBody();
        }
    }

    private static void Hold(StatuteOptions options)
    {
        options.Table = StatusTable.Rfc9110
            .Add(205, "Reset Content")
            .Add(207, "Multi-Status")
            .Add(402, "Payment Required")
            .Add(410, "Gone")
            .Add(416, "Range Not Satisfiable")
            .Add(418, "I'm a teapot")
            .Add(423, "Locked")
            .Add(428, "Precondition Required")
            .Add(451, "Unavailable For Legal Reasons")
            .Answer(ProblemType.InvalidContent, 400);
        options.Errors = ErrorShape.AspNet;
    }
}
