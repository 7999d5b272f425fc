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
        591 592 5753 10498 14838 14994 15466 15469 17697 17873 18882 19837 19838: validation, 6.2.1: 0.07 is 7 times 0.01; Ajv divides doubles
        13612: RFC 3986, 4.2: no colon in the first segment, unless it ends a scheme
        7178 8995 9755 9756 9759: core, 11.3: a schema that fails leaves no annotations, and what none evaluated is judged by unevaluated*
        3405 5018 10327 14461 14906: core, 11.2: what items or contains of a schema that holds have evaluated is not left over
        10682 16405 16409: core, 11.2: contains evaluates those items only that match
        5849 10005 14045 14049 14380 14381 19350: core, 11.2: a failed 'if' leaves no annotations, so that what it has looked at is left over
        9780 13847: core, 10.3.1.3: an empty array has no item that contains asks for
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
