using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Parameters of every declaration that a binder reads differently.</summary>
internal static class ParametersApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/route/{qty}", (int qty) => qty);
        app.MapGet("/m/route-guid/{id}", (Guid id) => id);
        app.MapGet("/m/route-text/{text}", (string text) => text);
        app.MapGet("/m/route-maybe/{qty?}", (int? qty) => qty);
        app.MapGet(string.Concat("/m/route-needed/", "{qty?}"), (int qty) => qty);
        app.MapGet("/m/route-named/{q}", ([FromRoute(Name = "q")] int qty) => qty);
        app.MapGet("/m/int", (int qty) => qty);
        app.MapGet("/m/int-null", (int? qty) => qty);
        app.MapGet("/m/int-default", (int qty = 5) => qty);
        app.MapGet("/m/byte", (byte qty) => qty);
        app.MapGet("/m/decimal", (decimal price) => price);
        app.MapGet("/m/double", (double price) => price);
        app.MapGet("/m/bool", (bool flag) => flag);
        app.MapGet("/m/string", (string name) => name);
        app.MapGet("/m/string-null", (string? name) => name);
        app.MapGet("/m/date", (DateOnly day) => day);
        app.MapGet("/m/time", (TimeOnly at) => at);
        app.MapGet("/m/datetime", (DateTime at) => at);
        app.MapGet("/m/offset", (DateTimeOffset at) => at);
        app.MapGet("/m/span", (TimeSpan span) => span);
        app.MapGet("/m/uri", (Uri uri) => uri);
        app.MapGet("/m/enum", (Colour colour) => colour);
        app.MapGet("/m/enum-null", (Colour? colour) => colour);
        app.MapGet("/m/char", (char sign) => sign);
        app.MapGet("/m/ints", (int[] ids) => ids);
        app.MapGet("/m/ints-null", (int?[] ids) => ids);
        app.MapGet("/m/ints-maybe", (int[]? ids) => ids);
        app.MapGet("/m/strings", (string[] names) => names);
        app.MapGet("/m/values", (StringValues names) => names.Count);
        app.MapGet("/m/own", (Sku sku) => sku.Text);
        app.MapGet("/m/own-null", (Sku? sku) => sku?.Text);
        app.MapGet("/m/bound", (Bound bound) => bound.Text);
        app.MapGet("/m/two", (int a, int b) => a + b);
        app.MapGet("/m/named", ([FromQuery(Name = "q")] int qty) => qty);
        app.MapGet("/m/header", ([FromHeader(Name = "X-Qty")] int qty) => qty);
        app.MapGet("/m/header-null", ([FromHeader(Name = "X-Qty")] int? qty) => qty);
        app.MapGet("/m/header-text", ([FromHeader(Name = "X-Qty")] string qty) => qty);
        app.MapGet("/m/header-ints", ([FromHeader(Name = "X-Qty")] int[] qty) => qty);
        app.MapGet("/m/gathered", ([AsParameters] Gathered all) => all.Page + all.Text);
        app.MapGet("/m/gathered-record/{id}", ([AsParameters] GatheredRecord all) => all.Id + all.Page);
        app.MapGet("/m/context", (HttpContext context, CancellationToken token) => context.Request.Path + token.ToString());
        app.MapPost("/m/content", ([FromBody] string text, int qty) => text + qty);
    }

    internal sealed class Gathered
    {
        [FromQuery]
        public int Page { get; set; }

        [FromQuery(Name = "q")]
        public string? Text { get; set; }

        [FromHeader(Name = "X-Qty")]
        public int? Qty { get; set; }
    }

    internal sealed record GatheredRecord(int Id, int Page = 1);

    internal enum Colour
    {
        Red,
        Green,
    }

    internal sealed record Sku(string Text)
    {
        public static bool TryParse(string? text, IFormatProvider? provider, [NotNullWhen(true)] out Sku? sku)
        {
            sku = text is { Length: 3 } ? new Sku(text) : null;
            return sku is not null;
        }
    }

    internal sealed record Bound(string Text)
    {
        public static ValueTask<Bound?> BindAsync(HttpContext context) => ValueTask.FromResult<Bound?>(new Bound(context.Request.Path));
    }
}

/// <summary>The same from a controller that refuses an invalid state by itself.</summary>
[ApiController, Route("c")]
public sealed class ParametersController : ControllerBase
{
    [HttpGet("route/{qty}")] public int Route(int qty) => qty;

    [HttpGet("route-guid/{id}")] public Guid RouteGuid(Guid id) => id;

    [HttpGet("route-text/{text}")] public string RouteText(string text) => text;

    [HttpGet("int")] public int Int(int qty) => qty;

    [HttpGet("int-null")] public int? IntNull(int? qty) => qty;

    [HttpGet("int-default")] public int IntDefault(int qty = 5) => qty;

    [HttpGet("int-needed")] public int IntNeeded([BindRequired] int qty) => qty;

    [HttpGet("int-required")] public int? IntRequired([Required] int? qty) => qty;

    [HttpGet("byte")] public byte Byte(byte qty) => qty;

    [HttpGet("decimal")] public decimal Decimal(decimal price) => price;

    [HttpGet("bool")] public bool Bool(bool flag) => flag;

    [HttpGet("string")] public string String(string name) => name;

    [HttpGet("string-null")] public string? StringNull(string? name) => name;

    [HttpGet("string-default")] public string StringDefault(string name = "x") => name;

    [HttpGet("date")] public DateOnly Date(DateOnly day) => day;

    [HttpGet("datetime")] public DateTime DateAndTime(DateTime at) => at;

    [HttpGet("span")] public TimeSpan Span(TimeSpan span) => span;

    [HttpGet("uri")] public Uri Uri(Uri uri) => uri;

    [HttpGet("enum")] public Kind Enum(Kind kind) => kind;

    [HttpGet("ints")] public int[] Ints([FromQuery] int[] ids) => ids;

    [HttpGet("list")] public List<int> List([FromQuery] List<int> ids) => ids;

    [HttpGet("strings")] public string[] Strings([FromQuery] string[] names) => names;

    [HttpGet("named")] public int Named([FromQuery(Name = "q")] int qty) => qty;

    [HttpGet("header")] public int Header([FromHeader(Name = "X-Qty")] int qty) => qty;

    [HttpGet("header-text")] public string HeaderText([FromHeader(Name = "X-Qty")] string qty) => qty;

    [HttpGet("header-ints")] public int[] HeaderInts([FromHeader(Name = "X-Qty")] int[] qty) => qty;

    [HttpGet("own")] public string Own([FromQuery] Size size) => size.Text;

    [HttpGet("two")] public int Two(int a, int b) => a + b;

    [HttpGet("gathered")] public int Gathered([FromQuery] Search search) => search.Page + search.Within.Size;

    [HttpPost("content")] public string Content([FromBody] string text, int qty) => text + qty;

    /// <summary>Parameters in an object, and in one within it.</summary>
    public sealed class Search
    {
        public int Page { get; set; }

        [FromQuery(Name = "q")]
        public Kind? Kind { get; set; }

        public Inner Within { get; set; } = new();

        public sealed class Inner
        {
            public int Size { get; set; }
        }
    }

    /// <summary>Named in any case.</summary>
    public enum Kind
    {
        Big,
        Small,
    }

    /// <summary>Reads itself.</summary>
    public sealed record Size(string Text)
    {
        public static bool TryParse(string? text, IFormatProvider? provider, [NotNullWhen(true)] out Size? size)
        {
            size = text is { Length: 3 } ? new Size(text) : null;
            return size is not null;
        }
    }
}

/// <summary>A controller that looks at its state itself.</summary>
[Route("v")]
public sealed class ViewLikeController : ControllerBase
{
    [HttpGet("int")] public int Int([FromQuery] int qty) => qty;
}
