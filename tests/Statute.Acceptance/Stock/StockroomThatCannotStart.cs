using System.Net;
using System.Net.Sockets;

namespace Statute.Acceptance.Stock;

public sealed class StockroomThatCannotStart
{
    [Fact]
    public async Task NamesTheUnknownOption()
    {
        var (exitCode, output) = await StockroomProcess.RunAsync("--frob");
        Assert.Equal(2, exitCode);
        Assert.StartsWith("stockroom: '--frob' is not an option.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesTheOptionWithoutValue()
    {
        var (exitCode, output) = await StockroomProcess.RunAsync("--data", "--as-written");
        Assert.Equal(2, exitCode);
        Assert.StartsWith("stockroom: '--data' needs a value after it.", output, StringComparison.Ordinal);
    }

    // A file in the folder's place: a folder without permissions would not stop the tests of an administrator.
    [Fact]
    public async Task NamesTheFolderThatItCannotWriteTo()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        var (exitCode, output) = await StockroomProcess.RunAsync("--data", file);
        Assert.Equal(2, exitCode);
        Assert.StartsWith($"stockroom: cannot write to the data folder '{file}'", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'));
    }

    [Fact]
    public async Task NamesTheDatabaseThatIsNone()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "stockroom.db"), "This was never a database, whatever its name says.");
        var (exitCode, output) = await StockroomProcess.RunAsync("--data", folder.Path, "--as-written");
        Assert.Equal(2, exitCode);
        Assert.StartsWith("stockroom: cannot open the database", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesTheAddressThatIsInUse()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await StockroomProcess.RunAsync(
            "--urls", $"http://{other.LocalEndpoint}", "--data", folder.Path, "--as-written");
        Assert.Equal(2, exitCode);
        var fault = $"stockroom: cannot listen: Failed to bind to address http://{other.LocalEndpoint}";
        Assert.StartsWith(fault, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'));
    }
}
