using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Statute.AspNetCore.Start;

/// <summary>
/// Reads the options from their configuration section, one key after the other, so that every fault of it is told, and not only the first.
/// </summary>
internal static class ConfiguredOptions
{
    /// <summary>A table is named by its file; what is not there to be read has nothing to set.</summary>
    private static readonly Dictionary<string, Type> Known = typeof(StatuteOptions)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(option => option.Name != nameof(StatuteOptions.Table))
        .ToDictionary(option => option.Name, option => option.PropertyType, StringComparer.OrdinalIgnoreCase);

    internal static void Read(StatuteOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(StatuteOptions.SectionName);
        var faults = new List<string>();
        foreach (var key in section.GetChildren())
        {
            var fault = Known.TryGetValue(key.Key, out var type) ? FaultOfValue(options, section, key, type) : FaultOfName(key);
            if (fault is not null)
            {
                faults.Add(fault);
            }
        }

        options.ConfigurationFaults = faults;
    }

    private static string? FaultOfName(IConfigurationSection key)
    {
        var meant = NearestName.Of(key.Key, Known.Keys);
        if (key.Value is null && meant is null)
        {
            // A section of somebody else's, below ours.
            return null;
        }

        var cure = meant is null ? $"Take it out; the options are {string.Join(", ", Known.Keys.Order())}." : $"Is {meant} meant?";
        return $"{key.Path} is set, and there is no such option. {cure}";
    }

    private static string? FaultOfValue(StatuteOptions options, IConfigurationSection section, IConfigurationSection key, Type type)
    {
        var alone = section.AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Key == key.Key || pair.Key.StartsWith($"{key.Key}:", StringComparison.Ordinal));
        try
        {
            new ConfigurationBuilder().AddInMemoryCollection(alone).Build().Bind(options);
            return null;
        }
        catch (InvalidOperationException)
        {
            var values = key.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => $"{pair.Key} is '{pair.Value}'");
            return $"{string.Join(", ", values)}; it must be {Kind(Nullable.GetUnderlyingType(type) ?? type)}.";
        }
    }

    private static string Kind(Type type)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        if (element.IsEnum)
        {
            return $"one of: {string.Join(", ", Enum.GetNames(element))}";
        }

        return element == typeof(TimeSpan) ? "a time, such as 00:00:30"
            : element == typeof(Uri) ? "an address, such as https://api.example.com"
            : "a whole number";
    }
}
