using System.Buffers;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>JSONTestSuite, judged by a schema that accepts everything, in one piece and in pieces.</summary>
public sealed class SuiteOfJsonParsing
{
    // Content above this is split at a few hundred places instead of at each.
    private const int Long = 2_000;

    private static readonly JsonSchema Anything = JsonSchema.Compile("true"u8.ToArray());

    // JSON's grammar lets a name stand twice; readers then differ in what they see, so that Statute refuses it.
    private static readonly string[] WithDuplicates = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

    [Fact]
    public void AcceptsWhatMustBeAcceptedButNamesThatStandTwice()
    {
        Assert.Empty(Differing("y_", accepted: true, 95).Select(difference => difference.Split(':')[0]).Except(WithDuplicates));
        Assert.All(WithDuplicates, file => Assert.Contains("twice",
            Anything.Explain(File.ReadAllBytes(Path.Combine(Suites.Folder("json-parsing"), file))).Violations[0].Detail));
    }

    [Fact]
    public void RefusesWhatMustBeRefused() => Assert.Empty(Differing("n_", accepted: false, 188));

    private static List<string> Differing(string prefix, bool accepted, int expected)
    {
        var files = Directory.GetFiles(Suites.Folder("json-parsing"), prefix + "*.json");
        Assert.Equal(expected, files.Length);
        List<string> differing = [];
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(file);
            if (Anything.IsValid(content) != accepted || Splits(content).Any(split => Anything.IsValid(split) != accepted))
            {
                differing.Add(Path.GetFileName(file));
            }

            var verdict = Anything.Judge(content);
            if (accepted ? verdict != SchemaVerdict.Valid : verdict is not (SchemaVerdict.Malformed or SchemaVerdict.OverBudget))
            {
                differing.Add($"{Path.GetFileName(file)}: {verdict}");
            }
        }

        return differing;
    }

    private static IEnumerable<ReadOnlySequence<byte>> Splits(byte[] content)
    {
        for (var at = 0; at <= content.Length; at += content.Length > Long ? content.Length / 200 : 1)
        {
            yield return Segments.Of(content[..at], content[at..]);
        }

        if (content.Length <= Long)
        {
            yield return Segments.Of([.. content.Select(one => new[] { one })]);
        }
    }
}
