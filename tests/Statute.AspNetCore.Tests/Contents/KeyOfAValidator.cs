using System.Text.Json;
using System.Text.Json.Serialization;
using Statute.AspNetCore.Content;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>A key of a validation dictionary, by table, as the place that the caller knows.</summary>
public sealed class KeyOfAValidator
{
    private const string Keys = """
        # type  | key                     | place
        Order   | Sku                     | #/sku
        Order   | sku                     | #/sku
        Order   | SKU                     | #/sku
        Order   | order.Sku               | #/sku
        Order   |                         | #
        Order   | $                       | #
        Order   | $.lines[1].amount       | #/lines/1/amount
        Order   | $['a.b']                | #/a.b
        Order   | Lines[1].Qty            | #/lines/1/amount
        Order   | lines[1].amount         | #/lines/1/amount
        Order   | Lines[1].amount         | #/lines/1/amount
        Order   | order.Lines[1].Qty      | #/lines/1/amount
        Order   | Lines                   | #/lines
        Order   | Lines[2]                | #/lines/2
        Order   | Map[key].Qty            | #/map/key/amount
        Order   | Map[a.b].Qty            | #/map/a.b/amount
        Order   | Map[a/b]                | #/map/a~1b
        Order   | Spot.Deep.North         | #/spot/deep/north
        Order   | Spot                    | #/spot
        Order   | Maybe.North             | #/maybe/north
        Order   | id                      | id
        Order   | Id                      | id
        Order   | ids[2]                  | ids
        Order   | query.Page              | page
        Order   | Same                    | #/same
        Order   | Unknown                 | #/unknown
        Order   | Unknown.Thing[3]        | #/unknown/thing/3
        Order   | Lines[1].Unknown        | #/lines/1/unknown
        Order   | Lines.Qty               | #/lines/qty
        Order   | Sku.Length              | #/sku/length
        Order   | ..[                     | #///
        Kept    | Sku                     | #/Sku
        Kept    | Unknown.Thing           | #/Unknown/Thing
        Kept    | Lines[0].qty            | #/Lines/0/amount
        Snake   | OrderLines[0].UnitPrice | #/order_lines/0/unit_price
        Snake   | order_lines[0].UnitPrice| #/order_lines/0/unit_price
        List    | [0].Qty                 | #/0/amount
        List    | items[0].Qty            | #/0/amount
        List    | [0]                     | #/0
        Spot?   | Deep.North              | #/deep/north
        -       | Id                      | id
        -       | query.Page              | page
        -       | Sku                     | #/sku
        """;

    private static readonly string[] Parameters = ["id", "ids", "page", "same"];

    [Fact]
    public void Is_the_place_in_the_callers_words()
    {
        foreach (var line in Keys.Split('\n').Skip(1))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var error = Names(cells[0]).Name(cells[1], "It is wrong.");
            Assert.Equal("It is wrong.", error.Detail);
            var place = cells[2][0] == '#' ? (cells[2], null) : ((string?)null, cells[2]);
            Assert.Equal((line, place), (line, (error.Pointer, error.Parameter)));
        }
    }

    private static MemberNames Names(string type) => type switch
    {
        "Order" => new(JsonSerializerOptions.Web.GetTypeInfo(typeof(Order)), Parameters),
        "Kept" => new(JsonSerializerOptions.Default.GetTypeInfo(typeof(Order)), Parameters),
        "Snake" => new(Snake.GetTypeInfo(typeof(Delivery)), Parameters),
        "List" => new(JsonSerializerOptions.Web.GetTypeInfo(typeof(List<Line>)), Parameters),
        "Spot?" => new(JsonSerializerOptions.Web.GetTypeInfo(typeof(Spot?)), Parameters),
        _ => new(null, Parameters),
    };

    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver,
    };

    private sealed record Order(string Sku, Line[] Lines, Dictionary<string, Line> Map, Spot Spot, Spot? Maybe, int Same);

    private sealed record Line([property: JsonPropertyName("amount")] int Qty);

    private readonly record struct Spot(Deep Deep, int North);

    private sealed record Deep(int North);

    private sealed record Delivery(IReadOnlyList<Price> OrderLines);

    private sealed record Price(decimal UnitPrice);
}
