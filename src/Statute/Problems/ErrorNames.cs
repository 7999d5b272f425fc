using System.Globalization;
using System.Text;

namespace Statute.Problems;

/// <summary>The name of a fault's place, where faults stand under names and not in a list.</summary>
internal static class ErrorNames
{
    internal static string Of(ProblemError error) => error.Name ?? error.Parameter ?? error.Header ?? Path(error.Pointer ?? "#");

    /// <summary><c>$.lines[1].sku</c> for <c>#/lines/1/sku</c>.</summary>
    private static string Path(string pointer)
    {
        var path = new StringBuilder("$");
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var escaped = Uri.UnescapeDataString(token);
            var name = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            _ = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? path.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : path.Append('.').Append(name);
        }

        return path.ToString();
    }
}
