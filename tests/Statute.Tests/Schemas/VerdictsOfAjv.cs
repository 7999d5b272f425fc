using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Statute.SchemaCases;

namespace Statute.Tests.Schemas;

/// <summary>20,000 pairs that Ajv has judged too: its table stands beside this file, and docs/schemas.md has the command.</summary>
public sealed class VerdictsOfAjv
{
    // numbers of pairs: why the specification is on our side
    private const string Differences = """
        2302 10397 10399 11216 14661 15758 19949: RFC 3986, 4.2: no colon in the first segment, unless it ends a scheme
        4025 4028 16615: core, 11.3: a schema that fails leaves no annotations, and what none evaluated is judged by unevaluated*
        5775 19870 19874 15240 15241: core, 11.2: what items or contains of a schema that holds have evaluated is not left over
        15803: core, 11.2: contains evaluates those items only that match
        7148: core, 11.2: a failed 'if' leaves no annotations, so that all items are left over
        18602: validation, 6.4.5: an empty array has no two items that match
        4659: Ajv's code throws a TypeError
        """;

    private static readonly string[] Table =
        File.ReadAllLines(Path.Combine(Tidy.Repository.Root, "tests/Statute.Tests/Schemas/VerdictsOfAjv.txt"));

    [Fact]
    public void AreOfThePairsThatAreMadeToday()
    {
        var lines = Pair.All.Select(pair => $"[{pair.Schema},{pair.Instance}]\n").ToList();
        Assert.Equal(20_000, lines.Count);
        Assert.Equal(Table[0], $"sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))))}");
    }

    [Fact]
    public void AreOursButForDifferencesThatTheSpecificationExplains()
    {
        var expected = Differences.Split('\n').SelectMany(line => line.Split(':')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(expected.Order(), Differing().Order());
    }

    private static IEnumerable<string> Differing()
    {
        var digits = string.Concat(Table[1..^1]);
        foreach (var (number, pair) in Pair.All.Index())
        {
            var bits = int.Parse(digits.AsSpan(number / 4, 1), NumberStyles.HexNumber);
            if (Compiled.Schema(pair.Schema).IsValid(pair.Instance) != ((bits >> (3 - (number % 4))) & 1) > 0)
            {
                yield return number.ToString();
            }
        }
    }
}
