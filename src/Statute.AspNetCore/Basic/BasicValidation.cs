using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Identity;

namespace Statute.AspNetCore.Basic;

/// <summary>Runs when the host starts. The reading it does is the one that the first request uses.</summary>
internal sealed class BasicValidation(IOptions<AuthenticationOptions> schemes) : IValidateOptions<BasicAuthenticationOptions>
{
    public ValidateOptionsResult Validate(string? name, BasicAuthenticationOptions options)
    {
        // The fallback has options also where the app brought a scheme of its own; nobody uses them then.
        if (name is null || !schemes.Value.SchemeMap.ContainsKey(name))
        {
            return ValidateOptionsResult.Skip;
        }

        var faults = new List<string>();
        if (!Realm.IsUsable(options.Realm!))
        {
            faults.Add($"The realm of the scheme '{name}' has characters other than printable ASCII, "
                + "and a header field cannot carry those; choose another.");
        }

        if (options.CacheFor < TimeSpan.Zero)
        {
            faults.Add($"CacheFor of the scheme '{name}' is {options.CacheFor}; it must be zero (off) or more.");
        }

        if (options.MaxCached < 0)
        {
            faults.Add($"MaxCached of the scheme '{name}' is {options.MaxCached}; it must be zero (off) or more.");
        }

        if (options.MaxConcurrentChecks < 1)
        {
            faults.Add($"MaxConcurrentChecks of the scheme '{name}' is {options.MaxConcurrentChecks}; it must be 1 or more.");
        }

        AddFileFaults(name, options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void AddFileFaults(string name, BasicAuthenticationOptions options, List<string> faults)
    {
        var path = options.PasswordFile;
        if (string.IsNullOrEmpty(path))
        {
            faults.Add($"The scheme '{name}' has no password file; set PasswordFile.");
            return;
        }

        try
        {
            options.Check?.Store.Load();
        }
        catch (PasswordFileException fault)
        {
            foreach (var one in fault.Faults)
            {
                faults.Add($"Password file '{path}', {one}.");
            }
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add($"The password file '{path}' does not exist; PasswordFile.Set makes it with its first user.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"The password file '{path}' cannot be read: {fault.Message}");
        }
    }
}
