using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Described;

/// <summary>One application that every generator of OpenAPI documents describes.</summary>
internal static class DescribedApi
{
    internal static Task<RunningApp> StartAsync(
        Action<IServiceCollection> generator,
        Action<WebApplication> document,
        Action<StatuteOptions>? configure = null,
        bool withStatute = true) =>
        RunningApp.StartAsync(
            builder =>
            {
                if (withStatute)
                {
                    builder.Services.AddStatute(options => options.Except.Add("/excepted"));
                    builder.Services.Configure(configure ?? (_ => { }));
                }

                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
                TheseControllers.AddTo(builder.Services, typeof(DescribedController));
                generator(builder.Services);
            },
            app =>
            {
                if (withStatute)
                {
                    app.UseStatute();
                }

                Map(app);
                document(app);
            });

    private static void Map(WebApplication app)
    {
        app.MapPost(
            "/orders", Results<Created<Described>, ValidationProblem> (Described order) => TypedResults.Created("/orders/1", order));
        app.MapGet("/orders", (string? filter) => new[] { "1" });
        app.MapGet("/orders/{id}", Described? (int id) => null).Held();
        app.MapDelete("/orders/{id}", NoContent (int id) => TypedResults.NoContent()).RequireAuthorization("Manager");
        app.MapPut("/orders/{id}", (string id, Described order) => order).Held().Versioned((Described order) => order.Sku)
            .Produces<Described>(201).ProducesProblem(412).Produces(504);
        app.MapGet("/busy", () => "1").Produces<OwnError>(429).Produces<OwnError>(410).ProducesProblem(500);
        app.MapGet("/full", () => "1").Produces(507);
        app.MapPost("/slow", () => "1").Produces(504);
        app.MapGet("/kept", () => "1").Produces<OwnError>(410).KeepBody();
        app.MapGet("/old", () => TypedResults.Redirect("/orders")).Produces(301);
        app.MapGet("/file", () => TypedResults.Bytes([])).Produces(206).Produces(304);
        app.MapGet("/strict", () => TypedResults.Bytes([])).Produces(206).Produces(304).WithProfile(StatuteProfile.Strict);
        app.MapGet("/pages", ([Range(1, 9)] int page) => "1");
        app.MapGet("/secret", () => "1").RequireAuthorization();
        app.MapPost("/form", ([FromForm] string name) => name).DisableAntiforgery();
        app.MapGet("/forecast", () => "1").NotBuilt();
        app.MapGet("/billing", () => "1").Withdrawn();
        app.MapGet("/free", NoContent () => TypedResults.NoContent()).DisableStatute();
        app.MapGet("/observed", NoContent () => TypedResults.NoContent()).WithProfile(StatuteProfile.Observe);
        app.MapGet("/excepted/all", NoContent () => TypedResults.NoContent());
        app.MapControllers();
    }

    /// <summary>What the application takes and gives.</summary>
    public sealed record Described(string Sku, int Qty);

    /// <summary>An error body of the application's own.</summary>
    public sealed record OwnError(string Code);
}

/// <summary>A controller that declares what it answers.</summary>
[ApiController]
[Authorize(Roles = "manager")]
[Route("described")]
public sealed class DescribedController : ControllerBase
{
    [HttpPost]
    [ProducesResponseType<string>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public IActionResult Post(DescribedModel model) => Created("/described/1", model.Sku);

    [HttpDelete("{id:int}")]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status410Gone)]
    public IActionResult Delete(int id) => NoContent();
}

/// <summary>What the controller takes.</summary>
public sealed record DescribedModel(string Sku);
