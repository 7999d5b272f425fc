using Statute.Adoption.Wire;

namespace Statute.Adoption;

/// <summary>The store as its team wrote it, without Statute.</summary>
public sealed class RequestsAsWritten
{
    [Fact]
    public async Task Answers_the_codes_that_its_clients_know()
    {
        await using var store = new RunningStore(adopt: null);
        var wrong = new List<string>();
        foreach (var request in StoreRequest.All)
        {
            var answer = await store.AskAsync(request);
            if (answer.Status != request.AsWritten)
            {
                wrong.Add($"{request.Line}\n{answer.Bytes}\n----");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
