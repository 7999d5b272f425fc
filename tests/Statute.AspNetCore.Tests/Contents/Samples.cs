using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Types that the serializer reads in different ways, and content that fits them.</summary>
internal static class Samples
{
    internal const string Order = """
        {"sku":"a","qty":1,"price":1.5,"small":3,"id":"123e4567-e89b-12d3-a456-426614174000","day":"2026-01-31","at":"2026-01-31T13:45:00Z",
        "span":"01:30:00","flag":true,"colour":"Red","level":1,"sign":"x","uri":"http://a","raw":"AQID","maybe":2,
        "lines":[{"amount":1,"note":"n"},{"amount":2}],"map":{"k":{"amount":1}},"byNumber":{"1":"x"},"ids":[1,2,3],"spot":{"north":1},
        "free":{"x":[1]},"any":5,"own":"abc","shape":{"$type":"circle","radius":1},"text":"5","set":7,"names":["a","b"]}
        """;

    internal const string Strict = """
        {"name":"a","note":null,"kept":5,"init":"b","inner":{"name":"c","kept":6,"init":"d"}}
        """;

    internal static readonly JsonSerializerOptions Held = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver,
    };

    internal static IEnumerable<(Type Type, JsonSerializerOptions Options, string Content)> All =>
    [
        (typeof(OrderSample), JsonSerializerOptions.Web, Order),
        (typeof(OrderSample), Held, Order),
        (typeof(StrictSample), JsonSerializerOptions.Web, Strict),
        (typeof(StrictSample), Held, Strict),
        (typeof(int), JsonSerializerOptions.Web, "5"),
        (typeof(List<OrderSample.Line?>), JsonSerializerOptions.Web, """[{"amount":1},null]"""),
        (typeof(OrderSample.Place?), Held, """{"north":1}"""),
        (typeof(int?[]), JsonSerializerOptions.Web, "[1,null]"),
        (typeof(Dictionary<string, int[]>), JsonSerializerOptions.Web, """{"a/b":[1],"c":[]}"""),
        (typeof(JsonObject), JsonSerializerOptions.Web, """{"a":1}"""),
    ];

    internal sealed class OrderSample
    {
        public required string Sku { get; set; }

        public int Qty { get; set; }

        public decimal Price { get; set; }

        public byte Small { get; set; }

        public Guid Id { get; set; }

        public DateOnly Day { get; set; }

        public DateTimeOffset At { get; set; }

        public TimeSpan Span { get; set; }

        public bool Flag { get; set; }

        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
        public Colour Colour { get; set; }

        public Colour Level { get; set; }

        public char Sign { get; set; }

        public Uri? Uri { get; set; }

        public byte[]? Raw { get; set; }

        public int? Maybe { get; set; }

        public List<Line> Lines { get; set; } = [];

        public Dictionary<string, Line> Map { get; set; } = [];

        public Dictionary<int, string> ByNumber { get; set; } = [];

        public IReadOnlyList<int> Ids { get; set; } = [];

        public Place Spot { get; set; }

        public JsonElement Free { get; set; }

        public object? Any { get; set; }

        public Code? Own { get; set; }

        public Shape? Shape { get; set; }

        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        public int Text { get; set; }

        public int Set { get; init; }

        [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
        public List<string> Names { get; } = [];

        public sealed record Line([property: JsonPropertyName("amount")] int Qty, string? Note = null);

        public readonly record struct Place(int North);
    }

    internal sealed record StrictSample(string Name, string? Note = null, int Kept = 5)
    {
        public required string Init { get; init; }

        public StrictSample? Inner { get; init; }

        public int Count => 1;
    }

    internal enum Colour
    {
        Red,
        Green,
    }

    [JsonPolymorphic, JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Box), "box")]
    internal abstract record Shape;

    internal sealed record Circle(int Radius) : Shape;

    internal sealed record Box(int Width) : Shape;

    [JsonConverter(typeof(CodeConverter))]
    internal sealed record Code(string Text);

    internal sealed class CodeConverter : JsonConverter<Code>
    {
        public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: 3 } text
                ? new Code(text)
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
