namespace Statute.AspNetCore.Tests.Order;

/// <summary>The rows of <c>order.txt</c>.</summary>
internal static class OrderTable
{
    internal static IReadOnlyList<(OrderRow Both, OrderRow Repaired)> Pairs { get; } = Read();

    private static List<(OrderRow, OrderRow)> Read()
    {
        using var file = typeof(OrderTable).Assembly.GetManifestResourceStream("order.txt")!;
        var lines = new StreamReader(file).ReadToEnd().Split('\n');
        var rows = lines.Where(line => line.Length > 0 && line[0] != '#').Select(OrderRow.Parse).ToList();
        return [.. rows.Chunk(2).Select(pair => (pair[0], pair[1]))];
    }
}
