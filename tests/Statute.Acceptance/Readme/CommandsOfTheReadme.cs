using Statute.Acceptance.Stock;

namespace Statute.Acceptance.Readme;

/// <summary>
/// One test and not one for each command: a later command may show what became of an item that an earlier one made.
/// All differences are told, not the first alone.
/// </summary>
public sealed class CommandsOfTheReadme(HeldStockroom stockroom) : IClassFixture<HeldStockroom>
{
    [Fact]
    public async Task AnswerAsPrinted()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        Assert.NotEmpty(Exchange.ReadAll(readme));
        var failures = await ReadmeRun.FailuresAsync(readme, stockroom.Address);
        Assert.True(failures.Count == 0, $"README.md prints (-) what did not come (+):\n\n{string.Join("\n\n", failures)}");
    }
}
