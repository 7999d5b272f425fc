using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>The store that is only observed: byte for byte what it was, and the log says what holding it would change.</summary>
public sealed class UnderObserve
{
    [Fact]
    public async Task Answers_byte_for_byte_as_it_was_written()
    {
        await using var written = new RunningStore(adopt: null);
        await using var observed = new RunningStore("observe");
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

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
