using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Storefront.Files;

/// <summary>Files that are downloaded and sent in.</summary>
internal static class FileEndpoints
{
    private static readonly DateTimeOffset Published = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/api/files").WithTags("Files");
        files.MapGet("catalogue", Catalogue)
            .Produces(StatusCodes.Status206PartialContent)
            .Produces(StatusCodes.Status304NotModified)
            .Produces(StatusCodes.Status412PreconditionFailed)
            .Produces(StatusCodes.Status416RangeNotSatisfiable);
        files.MapPost("", Take).DisableAntiforgery().RequireAuthorization();
        files.MapPost("raw", TakeRaw).RequireAuthorization();
    }

    private static PhysicalFileHttpResult Catalogue(IWebHostEnvironment environment) => TypedResults.PhysicalFile(
        Path.Combine(environment.WebRootPath, "catalogue.txt"),
        "text/plain",
        "catalogue.txt",
        lastModified: Published,
        entityTag: new EntityTagHeaderValue("\"2026\""),
        enableRangeProcessing: true);

    private static Created<Taken> Take(IFormFile file) =>
        TypedResults.Created("/api/files/catalogue", new Taken(file.FileName, file.Length));

    private static async Task<Ok<Taken>> TakeRaw(Stream content, CancellationToken gone)
    {
        var buffer = new byte[4096];
        var length = 0L;
        while (await content.ReadAsync(buffer, gone) is > 0 and var read)
        {
            length += read;
        }

        return TypedResults.Ok(new Taken("raw", length));
    }

    private sealed record Taken(string Name, long Length);
}
