using System.Text;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>
/// A word that must not leave: it stands in what the tests' applications throw, and in passwords and fields that are sent to them. Every
/// answer that a shared client of the tests reads is searched for it, and for what a stack looks like.
/// </summary>
internal static class Canary
{
    internal const string Mark = "canary4711";

    private static readonly string[] Signs = [Mark, "   at Statute.", "   at Microsoft.", "   at System."];

    /// <summary>Fails the test where something of the inside stands in an answer.</summary>
    internal static void MustNotBeIn(string answer)
    {
        foreach (var sign in Signs)
        {
            Assert.DoesNotContain(sign, answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    internal static void MustNotBeIn(HttpResponseMessage answer) => MustNotBeIn($"{answer.ReasonPhrase}\n{answer.Headers}");

    internal static void MustNotBeIn(ReadOnlySpan<byte> content) => MustNotBeIn(Encoding.Latin1.GetString(content));
}
