using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Webhooks;

/// <summary>Whom the store tells of orders.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/api/webhooks").WithTags("Webhooks").RequireAuthorization(policy => policy.RequireRole("admin"));
        webhooks.MapGet("", async (StoreDb db) => await db.Webhooks.ToListAsync());
        webhooks.MapGet("{id:int}", Get);
        webhooks.MapPost("", Post).ProducesValidationProblem();
        webhooks.MapDelete("{id:int}", Delete);
        webhooks.MapPost("{id:int}/ping", Ping)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<Results<Ok<Webhook>, NotFound>> Get(int id, StoreDb db) =>
        await db.Webhooks.FindAsync(id) is { } webhook ? TypedResults.Ok(webhook) : TypedResults.NotFound();

    private static async Task<Results<Created<Webhook>, ValidationProblem>> Post(WebhookBody body, StoreDb db)
    {
        if (!Uri.TryCreate(body.Url, UriKind.Absolute, out _))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["url"] = ["It must be an absolute address."] });
        }

        var webhook = new Webhook { Url = body.Url };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync();
        return TypedResults.Created($"/api/webhooks/{webhook.Id}", webhook);
    }

    private static async Task<Results<NoContent, NotFound>> Delete(int id, StoreDb db) =>
        await db.Webhooks.Where(webhook => webhook.Id == id).ExecuteDeleteAsync() > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    /// <summary>Asks whoever is told whether it listens. (Addresses below <c>.invalid</c> never do, RFC 2606.)</summary>
    private static async Task<IResult> Ping(int id, StoreDb db) => await db.Webhooks.FindAsync(id) switch
    {
        null => Results.Problem("Nobody is told.", statusCode: StatusCodes.Status404NotFound),
        { Url: var url } when url.Contains(".invalid", StringComparison.Ordinal) =>
            Results.Problem("Nobody is there.", statusCode: StatusCodes.Status502BadGateway),
        _ => Results.Problem("It does not answer.", statusCode: StatusCodes.Status504GatewayTimeout),
    };

    private sealed record WebhookBody(string Url);
}
