using System.Buffers;
using Statute.SchemaCases;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>What conforms is judged without a byte of garbage, in one piece and in pieces.</summary>
public sealed class AllocatedBytes
{
    private const int Rounds = 5;

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var workload in Workload.All)
            {
                cases.Add(workload.Name, 1 << 10);
                cases.Add(workload.Name, 10 << 10);
                cases.Add(workload.Name, 1 << 20);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfAVerdictAreNone(string name, int bytes)
    {
        var workload = Workload.All.Single(workload => workload.Name == name);
        var schema = JsonSchema.Compile(System.Text.Encoding.UTF8.GetBytes(workload.Schema), new SchemaOptions { AssertFormat = true });
        var content = workload.ContentOf(bytes);
        Assert.Empty(schema.Explain(content).Violations);
        var pieces = Segments.Of(content, 1000);
        var one = new ReadOnlySequence<byte>(content);

        Assert.Equal(0, AllocatedBy(() => schema.IsValid(content)));
        Assert.Equal(0, AllocatedBy(() => schema.Judge(content) == SchemaVerdict.Valid));
        Assert.Equal(0, AllocatedBy(() => schema.IsValid(one)));
        Assert.Equal(0, AllocatedBy(() => schema.IsValid(pieces)));
    }

    [Theory]
    [InlineData("^[ab]*a[ab]{12}$")]
    [InlineData("(?=a)^[ab]*a[ab]{12}$")]
    public void OfTextsThatAPatternHasNotSeenAreNone(string pattern)
    {
        var schema = Compiled.Schema($$"""{"pattern":"{{pattern}}"}""");
        Assert.Equal(0, AllocatedBy(() => schema.IsValid("\"aaaaaaaaaaaaaa\""u8)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var valid = true;
        Span<byte> text = stackalloc byte[16];
        for (var number = 0; number < 2000; number++)
        {
            Write(text, number);
            valid &= schema.IsValid(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(valid);
    }

    private static void Write(Span<byte> text, int number)
    {
        "\"aabbabababbabb\""u8.CopyTo(text);
        for (var bit = 0; bit < 12; bit++)
        {
            text[3 + bit] = (number >> bit & 1) == 0 ? (byte)'a' : (byte)'b';
        }
    }

    [Fact]
    public void OfCompilingAreCounted() =>
        Assert.NotEqual(0, AllocatedBy(() => JsonSchema.Compile("true"u8.ToArray()).IsValid("1"u8)));

    /// <summary>The least of several rounds: a collection between two of them may empty the pool.</summary>
    private static long AllocatedBy(Func<bool> judge)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var valid = judge();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(valid);
        }

        return least;
    }
}
