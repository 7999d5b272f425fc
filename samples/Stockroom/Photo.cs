using System.ComponentModel.DataAnnotations;

namespace Stockroom;

/// <summary>The one photo of an item.</summary>
public sealed class Photo
{
    [Key]
    public required string Sku { get; init; }

    public required string MediaType { get; set; }

    public required byte[] Content { get; set; }
}
