namespace Stockroom;

/// <summary>What may be said on the command line.</summary>
internal sealed record Options(string Data, string? Jobs, string? Urls, bool AsWritten, bool Help)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public const string Usage = """
        stockroom [--urls URL] [--data DIR] [--jobs FILE] [--as-written]

          --urls URL     where to listen; default http://127.0.0.1:5080
          --data DIR     where the users and the items are kept; default: stockroom-data among your application data
          --jobs FILE    where accepted jobs are kept, one file for each process; default: jobs.db in DIR
          --as-written   the same handlers with the aids of .NET alone
          --help         this text
        """;

    public static Options Read(string[] args)
    {
        var options = new Options(DefaultData(), null, null, AsWritten: false, Help: false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--data" => options with { Data = ValueAfter(args, i++) },
                "--jobs" => options with { Jobs = ValueAfter(args, i++) },
                "--urls" => options with { Urls = ValueAfter(args, i++) },
                "--as-written" => options with { AsWritten = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new CannotStartException($"'{args[i]}' is not an option.\n\n{Usage}"),
            };
        }
        return options;
    }

    private static string ValueAfter(string[] args, int i) =>
        i + 1 < args.Length && args[i + 1] is [not '-', ..]
            ? args[i + 1]
            : throw new CannotStartException($"'{args[i]}' needs a value after it.\n\n{Usage}");

    private static string DefaultData()
    {
        // Empty where the user has no home, as in some containers.
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "stockroom-data");
    }
}
