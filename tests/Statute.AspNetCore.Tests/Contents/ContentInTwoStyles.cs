using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>What .NET's two binders answer differently is the same row, place by place.</summary>
public sealed class ContentInTwoStyles : IAsyncLifetime
{
    // operation | content or query | row, problem type and places
    private const string Requests = """
        shape  | {"kind":"square","side":2}  | 200
        shape  | {"side":2}                  | 422 invalid-content #
        shape  | {"kind":"round"}            | 422 invalid-content #
        made   | {"name":"fine"}             | 200
        made   | {"name":"odd"}              | 422 invalid-content #
        form   | Count=3&Name=a              | 200
        form   | Count=abc&Name=a            | 422 invalid-content #/count
        form   | Count=9&Name=a              | 422 invalid-content #/count
        query  | Count=3                     | 200
        query  | Count=abc                   | 400 invalid-parameter Count
        query  | Count=9                     | 422 invalid-content Count
        """;

    private RunningApp _app = null!;

    public static TheoryData<string, string, string, string> Cases => TextTable.CasesOf(Requests, "minimal", "styled");

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            Validation.Add(builder.Services);
            builder.Services.AddControllers().AddApplicationPart(typeof(StyledController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/minimal/shape", (Shape shape) => shape.GetType().Name);
            app.MapPost("/minimal/made", (Made made) => made.Name);
            app.MapPost("/minimal/form", ([FromForm] Part part) => part.Name).DisableAntiforgery();
            app.MapGet("/minimal/query", ([AsParameters] Filter filter) => filter.Count);
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_the_same_row_with_the_same_places(string twin, string operation, string content, string expected)
    {
        var type = operation == "form" ? "application/x-www-form-urlencoded" : "application/json";
        var framing = $"Content-Type: {type}\r\nContent-Length: {content.Length}\r\n\r\n{content}";
        using var connection = _app.Connect();
        var answer = await connection.AskAsync(operation == "query"
            ? $"GET /{twin}/{operation}?{content} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            : $"POST /{twin}/{operation} HTTP/1.1\r\nHost: localhost\r\n{framing}");
        Assert.Equal(expected, answer.Status == 200 ? "200" : $"{answer.Status} {answer.Problem("type")!.Split('/')[^1]} {Places(answer)}");
    }

    private static string Places(RawAnswer answer) => string.Join(' ', answer.Json.GetProperty("errors").EnumerateArray().Select(Place));

    private static string? Place(JsonElement error) =>
        (error.TryGetProperty("pointer", out var place) || error.TryGetProperty("parameter", out place) ? place : default).GetString();

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract class Shape;

    public sealed class Square : Shape
    {
        public int Side { get; set; }
    }

    /// <summary>Says by the serializer's own exception what it does not take.</summary>
    public sealed class Made(string name)
    {
        public string Name { get; } = name == "odd" ? throw new JsonException(Canary.Mark) : name;
    }

    public sealed class Part
    {
        public string? Name { get; set; }

        [Range(1, 5)]
        public int Count { get; set; }
    }

    public sealed class Filter
    {
        [FromQuery, Range(1, 5)]
        public int Count { get; set; }
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("styled")]
public sealed class StyledController : ControllerBase
{
    [HttpPost("shape")]
    public string Shape(ContentInTwoStyles.Shape shape) => shape.GetType().Name;

    [HttpPost("made")]
    public string Made(ContentInTwoStyles.Made made) => made.Name;

    [HttpPost("form")]
    public string? Form([FromForm] ContentInTwoStyles.Part part) => part.Name;

    [HttpGet("query")]
    public int Query([FromQuery] ContentInTwoStyles.Filter filter) => filter.Count;
}
