using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Start;

/// <summary>
/// The options as they were set, faults and all: the password file is named by them, and its faults are told together with theirs.
/// </summary>
internal sealed class StatuteOptionsAsSet(
    IEnumerable<IConfigureOptions<StatuteOptions>> setups, IEnumerable<IPostConfigureOptions<StatuteOptions>> completions)
{
    private readonly Lazy<StatuteOptions> _value =
        new(() => new OptionsFactory<StatuteOptions>(setups, completions).Create(Options.DefaultName));

    internal StatuteOptions Value => _value.Value;
}
