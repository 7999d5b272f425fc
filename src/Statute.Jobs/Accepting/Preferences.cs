using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Statute.Jobs.Accepting;

/// <summary>What a request prefers (RFC 7240). Preferences that are not known, or cannot be read, are ignored.</summary>
/// <param name="RespondAsync">Whether it asks for row 202.</param>
/// <param name="Wait">How long the client waits for a result; zero where it does not say.</param>
internal readonly record struct Preferences(bool RespondAsync, TimeSpan Wait)
{
    internal const string Field = "Prefer";
    internal const string AppliedField = "Preference-Applied";
    internal const string RespondAsyncToken = "respond-async";
    private const string WaitToken = "wait";

    /// <summary>The longest wait: well below the 100 seconds after which clients and proxies commonly give up.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    internal string WaitApplied => string.Create(CultureInfo.InvariantCulture, $"{WaitToken}={Wait.TotalSeconds:0}");

    internal static Preferences Of(IHeaderDictionary fields)
    {
        var respondAsync = false;
        TimeSpan? wait = null;
        foreach (var line in fields[Field])
        {
            for (ReadOnlySpan<char> rest = line; !rest.IsEmpty;)
            {
                var one = Next(ref rest, ',');
                var value = Next(ref one, ';');
                var name = Next(ref value, '=').Trim();
                respondAsync |= name.Equals(RespondAsyncToken, StringComparison.OrdinalIgnoreCase);

                // The first of several counts (RFC 7240, 2).
                if (name.Equals(WaitToken, StringComparison.OrdinalIgnoreCase) && wait is null)
                {
                    wait = Seconds(value.Trim().Trim('"'));
                }
            }
        }

        return new Preferences(respondAsync, wait ?? TimeSpan.Zero);
    }

    private static TimeSpan Seconds(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.ContainsAnyExceptInRange('0', '9'))
        {
            return TimeSpan.Zero;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxWait.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : MaxWait;
    }

    /// <summary>Takes what stands before the next separator that is not in quotes.</summary>
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest, char separator)
    {
        var isQuoted = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (rest[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (rest[i] == separator && !isQuoted)
            {
                var part = rest[..i];
                rest = rest[(i + 1)..];
                return part;
            }
        }

        var last = rest;
        rest = default;
        return last;
    }
}
