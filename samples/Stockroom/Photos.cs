using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

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
        // Nothing is set aside and no database is opened for whoever has to come back for want of room, which shows when it is read.
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        await content.CopyToAsync(bytes, cancel);
        if (await db.FindItemAsync(sku, cancel) is null)
        {
            return null;
        }

        // A photo of the length that was set aside for it is kept as it is; a copy would be as much memory again.
        var photo = new Photo
        {
            Sku = sku,
            MediaType = request.ContentType ?? "application/octet-stream",
            Content = bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray(),
        };
        // The old photo is not read: it is as large as the new one.
        var replaced = await db.Photos.Where(known => known.Sku == sku).ExecuteUpdateAsync(
            known => known.SetProperty(old => old.MediaType, photo.MediaType).SetProperty(old => old.Content, photo.Content), cancel);
        if (replaced == 0)
        {
            db.Photos.Add(photo);
            await db.SaveChangesAsync(cancel);
        }

        return new StoredPhoto(sku, photo.MediaType, photo.Content.Length);
    }
}
