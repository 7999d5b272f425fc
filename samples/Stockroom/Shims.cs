using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Basic;

namespace Statute.AspNetCore.Basic
{
    public static class PasswordFile
    {
        public static bool Set(string path, string name, string password, IEnumerable<string> roles)
        {
            File.AppendAllText(path, $"{name}:{string.Join(',', roles)}:{Hash(password)}\n");
            return true;
        }

        internal static string Hash(string password) =>
            Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), "12345678"u8, 1000, HashAlgorithmName.SHA256, 32));
    }

    public sealed class BasicAuthenticationOptions : AuthenticationSchemeOptions
    {
        public string PasswordFile { get; set; } = "";

        public string? Realm { get; set; }
    }

    internal sealed class BasicHandler(
        IOptionsMonitor<BasicAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<BasicAuthenticationOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Check());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Context.Features.GetRequiredFeature<IHttpResponseFeature>().Headers.WWWAuthenticate = $"Basic realm=\"{Options.Realm}\", charset=\"UTF-8\"";
            return base.HandleChallengeAsync(properties);
        }

        private AuthenticateResult Check()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var field) || field.Scheme != "Basic")
                return AuthenticateResult.NoResult();
            string[] given = Encoding.UTF8.GetString(Convert.FromBase64String(field.Parameter!)).Split(':', 2);
            foreach (string[] line in File.ReadLines(Options.PasswordFile).Select(line => line.Split(':')))
            {
                if (line[0] == given[0] && line[2] == PasswordFile.Hash(given[1]))
                {
                    var claims = line[1].Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(role => new Claim(ClaimTypes.Role, role)).Append(new(ClaimTypes.Name, line[0]));
                    return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, "Basic")), Scheme.Name));
                }
            }
            return AuthenticateResult.Fail("unknown");
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{

    public sealed class StatuteOptions
    {
        public string PasswordFile { get; set; } = "";

        public string Realm { get; set; } = "";
    }

    public static class Shims
    {
        public static AuthenticationBuilder AddBasic(
            this AuthenticationBuilder builder, string passwordFile, Action<BasicAuthenticationOptions>? configure = null) =>
            builder.AddScheme<BasicAuthenticationOptions, BasicHandler>("Basic", options =>
            {
                options.PasswordFile = passwordFile;
                configure?.Invoke(options);
            });

        public static void AddStatute(this IServiceCollection services, Action<StatuteOptions> configure)
        {
            var options = new StatuteOptions();
            configure(options);
            services.AddAuthentication().AddBasic(options.PasswordFile, basic => basic.Realm = options.Realm);
            services.AddAuthorization();
        }

        public static void UseStatute(this WebApplication app) => _ = app;

        public static T Held<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints;

        public static T NotBuilt<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints;

        public static T Withdrawn<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints;
    }
}
