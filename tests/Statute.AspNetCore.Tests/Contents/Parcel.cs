using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Content with one member of each kind that an API has.</summary>
public sealed class Parcel
{
    [Required, RegularExpression("^[A-Z0-9-]{1,8}$")]
    public required string Sku { get; init; }

    [Range(1, 1000)]
    public required int Qty { get; init; }

    [StringLength(10)]
    public string? Note { get; init; }

    public double? Weight { get; init; }

    public decimal? Price { get; init; }

    public bool? Fragile { get; init; }

    public DateOnly? Due { get; init; }

    public Guid? Id { get; init; }

    public ParcelColor? Color { get; init; }

    [JsonPropertyName("sent-to")]
    public ParcelAddress? SentTo { get; init; }

    [MaxLength(3)]
    public List<ParcelLine>? Lines { get; init; }

    public Dictionary<string, int>? Tags { get; init; }
}

/// <summary>Content within content.</summary>
public sealed class ParcelAddress
{
    [Required]
    public required string Street { get; init; }

    [StringLength(5, MinimumLength = 5)]
    public string? Zip { get; init; }
}

/// <summary>Content in a list.</summary>
public sealed record ParcelLine
{
    [Range(1, 9)]
    public required int Qty { get; init; }
}

/// <summary>A value by its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParcelColor>))]
public enum ParcelColor
{
    Red,
    Green,
}
