using System.Text.Json;

namespace Statute.Folding;

/// <summary>What becomes of each code outside the table, as data.</summary>
public static class Folds
{
    private const int Codes = 1000;

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The folds; the first one that names a code counts. Redirects (300 to 303, 307, 308) have none: they pass.</summary>
    public static IReadOnlyList<Fold> All { get; } = Read();

    private static readonly Fold?[] ByCode = [.. Enumerable.Range(0, Codes).Select(code => All.FirstOrDefault(fold => fold.Names(code)))];

    /// <summary>The fold of a code.</summary>
    /// <returns>The fold; null for a redirect.</returns>
    public static Fold? Of(int code) => ByCode[Math.Clamp(code, 0, Codes - 1)];

    private static List<Fold> Read()
    {
        using var file = typeof(Folds).Assembly.GetManifestResourceStream("folding.json")!;
        using var document = JsonDocument.Parse(file, WithComments);
        return [.. document.RootElement.GetProperty("folds").EnumerateArray().Select(Read)];
    }

    private static Fold Read(JsonElement fold)
    {
        var to = fold.GetProperty("to").GetInt32();
        return new Fold(
            fold.GetProperty("codes").GetString()!,
            to,
            fold.TryGetProperty("harmless", out var harmless) ? harmless.GetInt32() : to,
            fold.TryGetProperty("asked", out var asked) ? Enum.Parse<AskedFor>(asked.GetString()!, ignoreCase: true) : AskedFor.Nothing,
            fold.GetProperty("why").GetString()!,
            fold.TryGetProperty("deviates", out var deviates) ? deviates.GetString() : null);
    }
}
