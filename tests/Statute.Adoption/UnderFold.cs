using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>x</summary>
public sealed class UnderFold
{
    [Theory]
    [InlineData("fold")]
    [InlineData("hold")]
    public async Task Shows(string adopt)
    {
        await using var written = new RunningStore(adopt: null);
        await using var observed = new RunningStore(adopt);
        var wrong = new List<string>();
        foreach (var request in StoreRequest.All)
        {
            var expected = await written.AskAsync(request);
            var actual = await observed.AskAsync(request);
            if (expected.Steady != actual.Steady)
            {
                wrong.Add($"{request.Line}\n- {expected.Steady}\n+ {actual.Steady}\n----");
            }
        }

        await File.WriteAllTextAsync("/tmp/hour_" + adopt + ".txt", string.Join('\n', observed.Log.Said.Take(3)) + "\n\n" + string.Join('\n', wrong));
    }
}
