using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore;

/// <summary>Reads the table file that the options name; its faults are listed together with those of the options.</summary>
internal sealed class TableFileReader(IHostEnvironment host) : IPostConfigureOptions<StatuteOptions>
{
    public void PostConfigure(string? name, StatuteOptions options)
    {
        if (string.IsNullOrEmpty(options.TableFile))
        {
            return;
        }

        var path = Path.Combine(host.ContentRootPath, options.TableFile);
        try
        {
            options.Table = StatusTable.Load(File.ReadAllBytes(path));
        }
        catch (StatusTableException e)
        {
            options.TableFaults = [.. e.Faults.Select(fault => $"{path}: {fault}")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            options.TableFaults = [$"The table file '{path}' cannot be read: {e.Message} Name a readable file in Statute:TableFile."];
        }
    }
}
