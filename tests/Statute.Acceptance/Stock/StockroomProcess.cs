using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Statute.Acceptance.Stock;

/// <summary>The built stockroom as a process of its own, on a port that the system chose.</summary>
internal sealed partial class StockroomProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private const string LastLineOfBanner = "Ctrl+C ends it.";

    private readonly Process _process;
    private readonly List<string> _said = [];
    private readonly TaskCompletionSource _banner = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StockroomProcess(string[] arguments, bool isMeasured = false)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Stockroom.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The machine's own settings must not decide which address or environment is tested.
        foreach (var name in start.Environment.Keys.Where(IsSettingOfTheHost).ToList())
        {
            start.Environment.Remove(name);
        }

        if (isMeasured)
        {
            // What counts is what is held, and that is the same in each round with these. Without them garbage grows with the processor's
            // cache, on some machines to hundreds of MiB; the room of photos that are gone is kept, some 25 MiB after three rounds; and
            // what is called often is compiled again whenever the processor has time for it, which takes some 30 MiB more.
            start.Environment["DOTNET_GCgen0size"] = "0x800000";
            start.Environment["DOTNET_GCConserveMemory"] = "9";
            start.Environment["DOTNET_TieredCompilation"] = "0";
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.Start();
        // Read to the end in any case: a child whose output nobody reads stops when the pipe is full.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>All lines so far, of both outputs.</summary>
    public string Output
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>The memory that the process has now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most memory that the process has had, in bytes.</summary>
    public long PeakWorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>A client that names itself on every request.</summary>
    public HttpClient Client(string credentials)
    {
        var client = new HttpClient { BaseAddress = Address };
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);
        return client;
    }

    /// <summary>Starts a stockroom and waits until it has said all of its banner.</summary>
    public static Task<StockroomProcess> StartAsync(string data, params string[] more) =>
        StartAsync(new StockroomProcess(["--urls", "http://127.0.0.1:0", "--data", data, .. more]));

    /// <summary>Starts a second stockroom on the same data. A file of jobs belongs to one process, so that it has one of its own.</summary>
    public static Task<StockroomProcess> StartBesideAsync(string data) => StartAsync(data, "--jobs", Path.Combine(data, "jobs-beside.db"));

    /// <summary>Starts a stockroom whose memory is measured: it has no more garbage and no more code than it needs.</summary>
    public static Task<StockroomProcess> StartMeasuredAsync(string data) =>
        StartAsync(new StockroomProcess(["--urls", "http://127.0.0.1:0", "--data", data], isMeasured: true));

    private static async Task<StockroomProcess> StartAsync(StockroomProcess stockroom)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var ended = stockroom._process.WaitForExitAsync(limit.Token);
        if (await Task.WhenAny(stockroom._banner.Task, ended) == ended)
        {
            var said = stockroom.Output;
            await stockroom.DisposeAsync();
            throw new InvalidOperationException($"The stockroom did not start. It said:\n{said}");
        }
        return stockroom;
    }

    /// <summary>Runs a stockroom that is expected to end by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var stockroom = new StockroomProcess(arguments);
        using var limit = new CancellationTokenSource(StartLimit);
        await stockroom._process.WaitForExitAsync(limit.Token);
        return (stockroom._process.ExitCode, stockroom.Output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static bool IsSettingOfTheHost(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name is "DOTNET_ENVIRONMENT" or "DOTNET_URLS";

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line.Data);
        }

        if (AddressLine().Match(line.Data) is { Success: true } match)
        {
            Address = new Uri(match.Groups[1].Value);
        }

        if (line.Data == LastLineOfBanner)
        {
            _banner.TrySetResult();
        }
    }

    [GeneratedRegex(@"^\s*address\s+(http://\S+)")]
    private static partial Regex AddressLine();
}
