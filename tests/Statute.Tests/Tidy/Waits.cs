using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>
/// A test that sleeps is slow when it passes and wrong when the machine is busy: it waits for the thing itself, or drives a TimeProvider.
/// A delay without an end, ended by its token, is no wait and is free.
/// </summary>
public sealed class Waits
{
    [Fact]
    public void ByTheClockAreNowhere() =>
        Finding.None(Exceptions.Left(Exceptions.Wait, [.. Repository.CSharp.Where(file => !file.IsUnder("bench/")).SelectMany(Find)]));

    [Theory]
    [InlineData("class A { async Task Slow() { await Task.Delay(100); } }")]
    [InlineData("class A { async Task Slow() => await Task.Delay(TimeSpan.FromSeconds(1), stopping); }")]
    [InlineData("class A { void Slow() => System.Threading.Thread.Sleep(5); }")]
    [InlineData("class A { void Slow() => Task.Delay(5).Wait(); }")]
    public void AreFound(string text) => Assert.Equal("Slow", Assert.Single(Find(new("tests/a.cs", text))).Member);

    [Theory]
    [InlineData("Task.Delay(delay, time, stopping);")]
    [InlineData("Task.Delay(delay, timeProvider);")]
    [InlineData("Task.Delay(delay, TimeProvider.System);")]
    [InlineData("Task.Delay(delay, options.Clock);")]
    [InlineData("Task.Delay(Timeout.Infinite, stopping);")]
    [InlineData("Task.Delay(-1, stopping);")]
    public void ThatATimeProviderOrATokenEndsAreFree(string text) => Assert.Empty(Find(new("tests/a.cs", text)));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        let name = string.Join('.', call.Expression.ToString().Split('.').TakeLast(2))
        where name == "Thread.Sleep" || (name == "Task.Delay" && IsByTheClock(call.ArgumentList.Arguments))
        let member = call.Ancestors().OfType<MemberDeclarationSyntax>().Select(NameOf).FirstOrDefault(known => known != null)
        select file.At(call, $"'{call}' waits by the clock; wait for the thing itself, or pass a TimeProvider.", member ?? "top-level");

    private static bool IsByTheClock(IReadOnlyList<ArgumentSyntax> arguments) =>
        !arguments[0].ToString().StartsWith("Timeout.Infinite", StringComparison.Ordinal)
        && arguments[0].ToString() != "-1"
        && !arguments.Skip(1).Any(argument => argument.ToString().Contains("time", StringComparison.OrdinalIgnoreCase)
            || argument.ToString().Contains("clock", StringComparison.OrdinalIgnoreCase));

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => null,
    };
}
