using Microsoft.AspNetCore.Mvc;

namespace Stockroom;

/// <summary>A photo as a caller is told of it.</summary>
public sealed record StoredPhoto(string Sku, string MediaType, int Bytes);

internal static class Photos
{
    private const int MaxBytes = 1024 * 1024;

    public static void MapPhotos(this IEndpointRouteBuilder api) =>
        api.MapPut("/items/{sku}/photo", Store)
            .Accepts<Stream>("image/png", "image/jpeg")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes));

    private static async Task<StoredPhoto?> Store(
        string sku, HttpRequest request, Stream content, StockroomDb db, CancellationToken cancel)
    {
        if (await db.FindItemAsync(sku, cancel) is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancel);
        var mediaType = request.ContentType ?? "application/octet-stream";
        var photo = await db.Photos.FindAsync([sku], cancel);
        if (photo is null)
        {
            db.Photos.Add(photo = new Photo { Sku = sku, MediaType = mediaType, Content = [] });
        }

        photo.MediaType = mediaType;
        photo.Content = bytes.ToArray();
        await db.SaveChangesAsync(cancel);
        return new StoredPhoto(sku, mediaType, photo.Content.Length);
    }
}
