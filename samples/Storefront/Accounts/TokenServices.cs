using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Storefront.Accounts;

/// <summary>Who asks is told by a token.</summary>
internal static class TokenServices
{
    public static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TokenService>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters = TokenService.Validation(configuration);
        });
        services.AddAuthorization();
    }
}
