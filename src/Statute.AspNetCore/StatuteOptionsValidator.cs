using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Basic;
using Statute.AspNetCore.Identity;

namespace Statute.AspNetCore;

/// <summary>Checks the options at start and lists every fault: the option, its value, the limit and the cure.</summary>
internal sealed class StatuteOptionsValidator(IServiceProvider services) : IValidateOptions<StatuteOptions>
{
    /// <summary>What needs no escape in a path (RFC 3986, 2.3).</summary>
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public ValidateOptionsResult Validate(string? name, StatuteOptions options)
    {
        List<string> faults = [.. options.ConfigurationFaults, .. options.TableFaults];
        if (options.Table is null)
        {
            faults.Add($"{nameof(options.Table)} is null; it must be a table. Leave it out for the fourteen rows.");
        }

        Known(nameof(options.Profile), options.Profile);
        Known(nameof(options.Errors), options.Errors);
        Between(nameof(options.MaxTargetLength), options.MaxTargetLength, 1, KestrelLimits.LargestTarget);
        Between(nameof(options.MaxFieldCount), options.MaxFieldCount, 1, KestrelLimits.LargestFieldCount);
        Between(nameof(options.MaxFieldsLength), options.MaxFieldsLength, 1, KestrelLimits.LargestFields);
        Between(nameof(options.MaxContentLength), options.MaxContentLength ?? 0, 0, long.MaxValue);
        Between(nameof(options.MaxContentInFlight), options.MaxContentInFlight, 1, long.MaxValue);
        Between(nameof(options.DrainLength), options.DrainLength, 0, long.MaxValue);
        Between(nameof(options.MaxDrains), options.MaxDrains, 0, int.MaxValue);
        if (options.DrainTime < TimeSpan.Zero || options.DrainTime > TimeSpan.FromHours(1))
        {
            faults.Add($"{nameof(options.DrainTime)} is {options.DrainTime}; it must be between 0 and one hour.");
        }

        if (options.RetryAfter < TimeSpan.Zero || options.RetryAfter > TimeSpan.FromDays(1))
        {
            faults.Add($"{nameof(options.RetryAfter)} is {options.RetryAfter}; it must be between 0 and one day.");
        }

        if (!IsPath(options.ProblemPath) || options.ProblemPath.AsSpan().ContainsAnyExcept(Unreserved))
        {
            faults.Add(
                $"{nameof(options.ProblemPath)} is '{options.ProblemPath}'; it must begin with a slash, not end with one, and hold only "
                + "letters, digits and '-._~/': /problems.");
        }

        if (options.ProblemBase is { } address && !IsPlainAddress(address))
        {
            faults.Add(
                $"{nameof(options.ProblemBase)} is '{address}'; it must be an absolute http or https address without query or fragment.");
        }

        foreach (var path in options.Except.Where(path => !IsPath(path)))
        {
            faults.Add(
                $"{nameof(options.Except)} holds '{path}'; a path begins with a slash, is longer, and does not end with one: /health.");
        }

        if (options.Realm is { } realm && !Realm.IsUsable(realm))
        {
            faults.Add($"{nameof(options.Realm)} must be printable ASCII, since it stands in a header field. Leave out what is not.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail([.. faults, .. FaultsOfPasswordFile()]);

        void Known<TEnum>(string option, TEnum value) where TEnum : struct, Enum
        {
            if (!Enum.IsDefined(value))
            {
                faults.Add($"{option} is {value}; it must be one of: {string.Join(", ", Enum.GetNames<TEnum>())}.");
            }
        }

        void Between(string option, long value, long least, long most)
        {
            if (value < least || value > most)
            {
                faults.Add($"{option} is {value}; it must be between {least} and {most}.");
            }
        }
    }

    /// <summary>They would be found when it is used, which is too late for a start that stops here.</summary>
    private IEnumerable<string> FaultsOfPasswordFile()
    {
        try
        {
            services.GetRequiredService<IOptionsFactory<BasicAuthenticationOptions>>().Create(BasicDefaults.AuthenticationScheme);
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
    }

    private static bool IsPath(string? path) =>
        path is { Length: > 1 } && path[0] == '/' && path[^1] != '/' && path.IndexOfAny(['?', '#', ' ']) < 0;

    private static bool IsPlainAddress(Uri address) =>
        address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0;
}
