using System.Diagnostics;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>Uploads a sparse file with curl, which has to be installed.</summary>
internal sealed class Curl : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    internal Curl(long length)
    {
        using var file = File.OpenWrite(_file);
        file.SetLength(length);
    }

    /// <summary>The content of the answer and its status, or what went wrong.</summary>
    internal async Task<string> PutAsync(Uri address, params string[] options)
    {
        string[] always =
        [
            "-sS", "--max-time", "30", "-T", _file, "-H", "Authorization: Test clerk", "-H", "Content-Type: image/png",
            "-w", "\n%{http_code}",
        ];
        var start = new ProcessStartInfo("curl", [.. always, .. options, address.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var curl = Process.Start(start)!;
        var error = curl.StandardError.ReadToEndAsync();
        var answer = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return curl.ExitCode == 0 ? answer : $"curl ended with {curl.ExitCode}: {await error}{answer}";
    }

    public void Dispose() => File.Delete(_file);
}
