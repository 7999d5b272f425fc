namespace Stockroom;

/// <summary>What .NET offers by itself, all of it: the stockroom beside which the held one is seen.</summary>
internal static class AsWritten
{
    public static void AddNetsOwnAids(this IServiceCollection services, string users)
    {
        services.AddProblemDetails();
        services.AddAuthentication().AddBasic(users, options => options.Realm = "stockroom");
        services.AddAuthorization();
    }

    public static void UseNetsOwnAids(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        // By themselves these two would stand in front of the two above, and their refusals would have no body.
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
