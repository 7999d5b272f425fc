namespace Stockroom;

/// <summary>Both items as they stand after a transfer.</summary>
public sealed record Transferred(Item From, Item To);

internal static class Transfers
{
    public static void MapTransfers(this IEndpointRouteBuilder api) =>
        api.MapPost("/transfers", Transfer).Produces<Transferred>().ProducesValidationProblem();

    // Both items are saved in one transaction, each only if it is still the version that was read.
    private static async Task<object> Transfer(TransferBody body, StockroomDb db, CancellationToken cancel)
    {
        var from = await db.FindItemAsync(body.From, cancel);
        if (from is null)
        {
            return Faults.Of("from", $"There is no item '{body.From}'.");
        }

        var to = await db.FindItemAsync(body.To, cancel);
        if (to is null)
        {
            return Faults.Of("to", $"There is no item '{body.To}'.");
        }

        if (from.Qty < body.Qty)
        {
            return Faults.Of("qty", $"Only {from.Qty} of '{from.Sku}' are there.");
        }

        if (to.Qty + body.Qty > Item.MaxQty)
        {
            return Faults.Of("qty", $"'{to.Sku}' would hold more than {Item.MaxQty}.");
        }

        from.Qty -= body.Qty;
        to.Qty += body.Qty;
        await db.SaveChangesAsync(cancel);
        return new Transferred(from, to);
    }
}
