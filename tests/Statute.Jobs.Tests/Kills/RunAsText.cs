using System.Globalization;
using Statute.JobCases.Kills;

namespace Statute.Jobs.Tests.Kills;

/// <summary>
/// A run under kills, written down: what was sent, what monitors have shown, the store, the effects, and what kills had left before. A line
/// begins with what it is; <see cref="True"/> has each kind.
/// </summary>
internal sealed class RunAsText
{
    /// <summary>
    /// A run as it has to be. 'sent': tag, item, key ('-' for none, with '!' where it is another's), kills before, sent and ended, the
    /// answer. 'job': id, tag, item, state, code, attempts. 'begun': a job, and its attempts. 'found': a job, and after how many kills.
    /// </summary>
    internal const string True = """
        sent plain-1 item-1 - 0 1-2 202 A
        sent plain-2 item-1 - 0 3-4 lost
        sent key-1 item-2 key-1 0 5-8 202 B
        sent key-1 item-2 key-1 0 6-7 202 B true
        sent key-2 item-2 key-2 0 9-10 lost
        sent key-2 item-2 key-2 1 11-12 202 C true
        sent key-3 item-3 key-3 0 13-14 202 D
        sent other item-2-misused key-1! 1 15-16 422
        sent key-1 item-2 key-1 1 17-18 202 B true
        shown A Succeeded
        shown D Running
        job A plain-1 item-1 Succeeded 200 1
        job B key-1 item-2 Succeeded 200 1
        job C key-2 item-2 Succeeded 200 2
        job D key-3 item-3 Failed 500 5
        job E plain-2 item-1 Failed 500 1
        begun A 1
        begun B 1
        begun C 1 2
        begun D 1 2 3 4 5
        begun E 1
        counted A item-1
        counted B item-2
        counted C item-2
        counted E item-1
        item item-1 2
        item item-2 2
        interrupted C D E
        found A B C D E 1
        """;

    private readonly List<Sending> _sendings = [];
    private readonly List<(string Job, JobState State)> _shown = [];
    private readonly HashSet<string> _interrupted = [];
    private readonly Dictionary<string, int> _found = [];

    internal RunAsText(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(line.Split(' '));
        }
    }

    internal IReadOnlyList<Sending> Sendings => _sendings;

    internal StoreSnapshot Store { get; } = new();

    internal Account Account => new()
    {
        Sendings = _sendings,
        Shown = _shown,
        Store = Store,
        Interrupted = _interrupted,
        Found = _found,
        MaxAttempts = 5,
    };

    /// <summary>
    /// The true run with another line in the place of one of its own: with none for "", or with one more where there is none to replace.
    /// </summary>
    internal static RunAsText With(string line, string other)
    {
        Assert.True(line == "" || True.Split('\n').Contains(line), $"There is no line '{line}'.");
        return new(line == "" ? $"{True}\n{other}" : True.Replace(line, other));
    }

    private void Read(string[] words)
    {
        var rest = words[2..];
        switch (words[0])
        {
            case "sent":
                _sendings.Add(SendingOf(words));
                break;
            case "shown":
                _shown.Add((words[1], Enum.Parse<JobState>(words[2])));
                break;
            case "job":
                Store.Jobs.Add(words[1], new($"/items/{words[3]}/count?tag={words[2]}", Enum.Parse<JobState>(words[4]), Number(words[6]))
                {
                    Status = Number(words[5]),
                });
                break;
            case "begun":
                Store.Begun.Add(words[1], [.. rest.Select(Number)]);
                break;
            case "counted":
                Store.Counted.Add(words[1], words[2]);
                break;
            case "item":
                Store.Items.Add(words[1], Number(words[2]));
                break;
            case "interrupted":
                _interrupted.UnionWith(words[1..]);
                break;
            default:
                Assert.Equal("found", words[0]);
                Array.ForEach(words[1..^1], job => _found.Add(job, Number(words[^1])));
                break;
        }
    }

    private static Sending SendingOf(string[] words)
    {
        var order = words[5].Split('-');
        return new(
            new()
            {
                Tag = words[1],
                Item = words[2],
                Key = words[3] == "-" ? null : words[3].TrimEnd('!'),
                MisusesKey = words[3].EndsWith('!'),
            },
            Number(words[4]),
            Number(order[0]))
        {
            Ended = Number(order[1]),
            Reply = words[6..] switch
            {
                ["lost"] => null,
                [var status] => new(Number(status)) { Problem = "key-reused" },
                [var status, var job] => new(Number(status)) { Job = job },
                [var status, var job, var replayed, ..] => new(Number(status)) { Job = job, Replayed = replayed },
                [] => throw new FormatException("An answer is missing."),
            },
        };
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
