using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore;
using Statute.Judging;

namespace Statute.Jobs;

/// <summary>Checks the options at start and lists every fault: the option, its value, the limit and the cure.</summary>
internal sealed class JobOptionsValidator(IOptions<StatuteOptions> statute) : IValidateOptions<JobOptions>
{
    private const long MiB = 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, JobOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.File))
        {
            faults.Add($"{nameof(options.File)} is empty; it must name a file. Leave it out for jobs.db in the content root.");
        }

        Between(nameof(options.MaxStoredContent), options.MaxStoredContent, 1, 64 * MiB);
        Between(nameof(options.MaxStoredAnswer), options.MaxStoredAnswer, 1, 256 * MiB);
        Between(nameof(options.MaxRunning), options.MaxRunning, 1, 1_000);
        Between(nameof(options.MaxAttempts), options.MaxAttempts, 1, 100);
        Between(nameof(options.Lease), options.Lease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Between(nameof(options.StopTimeout), options.StopTimeout, TimeSpan.Zero, TimeSpan.FromHours(1));
        Between(nameof(options.Retention), options.Retention, TimeSpan.FromHours(24), TimeSpan.FromDays(3650));
        if (options.Sqlite.Fault is { } sqlite)
        {
            faults.Add($"{nameof(options.Sqlite)}.{sqlite}");
        }

        foreach (var field in options.UnstoredFields)
        {
            if (FaultOf(field) is { } fault)
            {
                faults.Add($"{nameof(options.UnstoredFields)} has \"{field}\"; {fault}");
            }
        }

        if (statute.Value.Table.Find(202) is null)
        {
            faults.Add("The table has no row 202, which an accepted request is answered with. Add it, or leave AddStatuteJobs out.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Between<T>(string option, T value, T least, T most) where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                faults.Add($"{option} is {value}; it must be between {least} and {most}.");
            }
        }
    }

    private static string? FaultOf(string field)
    {
        if (!Token.IsValid(field))
        {
            return "it must be the name of a header field, such as X-Api-Key.";
        }

        return field.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)
            ? "no job can read its content without it. Leave it out."
            : null;
    }
}
