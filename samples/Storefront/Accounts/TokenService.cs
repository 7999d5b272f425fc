using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Storefront.Data;

namespace Storefront.Accounts;

/// <summary>Makes the tokens that the store itself takes.</summary>
internal sealed class TokenService(IConfiguration configuration, TimeProvider time)
{
    private const string Issuer = "storefront";

    public static TokenValidationParameters Validation(IConfiguration configuration) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKey = KeyOf(configuration),
        NameClaimType = "name",
        RoleClaimType = "role",
    };

    public string Create(User user) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Issuer,
        Expires = time.GetUtcNow().UtcDateTime.AddHours(1),
        Subject = new ClaimsIdentity([new("name", user.Name), new("role", user.Role)]),
        SigningCredentials = new SigningCredentials(KeyOf(configuration), SecurityAlgorithms.HmacSha256),
    });

    private static SymmetricSecurityKey KeyOf(IConfiguration configuration)
    {
        var key = configuration["Tokens:Key"] ?? throw new InvalidOperationException("'Tokens:Key' is not configured.");
        return new SymmetricSecurityKey(Convert.FromBase64String(key));
    }
}
