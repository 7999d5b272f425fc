namespace Statute.AspNetCore.Tests.Order;

/// <summary>The rows of <c>order.txt</c>.</summary>
internal static class OrderTable
{
    private const string ImpossibleMark = "# impossible: ";

    private static readonly string[] Lines = Read();

    internal static IReadOnlyList<(OrderRow Both, OrderRow Repaired)> Pairs { get; } =
    [
        .. Lines.Where(line => line.Length > 0 && line[0] != '#').Select(OrderRow.Parse).Chunk(2).Select(pair => (pair[0], pair[1])),
    ];

    /// <summary>The pairs that no request can have at once, each with its reason.</summary>
    internal static IReadOnlyList<(ProblemType Upper, ProblemType Lower, string Reason)> Impossible { get; } =
    [
        .. Lines.Where(line => line.StartsWith(ImpossibleMark, StringComparison.Ordinal))
            .Select(line => line[ImpossibleMark.Length..].Split(' ', 3))
            .Select(cells => (Enum.Parse<ProblemType>(cells[0]), Enum.Parse<ProblemType>(cells[1].TrimEnd(':')), cells[2])),
    ];

    private static string[] Read()
    {
        using var file = typeof(OrderTable).Assembly.GetManifestResourceStream("order.txt")!;
        return new StreamReader(file).ReadToEnd().Split('\n');
    }
}
