using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>An application has its own names, its own strictness, and content that may be missing: what it takes is taken.</summary>
public sealed class OptionsOfTheSerializer : IAsyncLifetime
{
    // path | content | answer, with pointers
    private const string Requests = """
        strict    | {"first_name":"a","shoe_size":1}         | 200
        strict    | {"first_name":1,"shoe_size":"x"}         | 422 #/first_name #/shoe_size
        strict    | {"shoe_size":1}                          | 422 #/first_name
        strict    | {"first_name":"a","shoe_size":1,"hat":2} | 422 #/hat
        strict    | {"first_name":"a","shoe_size":"1"}       | 422 #/shoe_size
        strict    | {"firstName":"a","shoe_size":1}          | 422 #/firstName #/first_name
        strict    | {"first_name":null,"shoe_size":1}        | 422 #/first_name
        optional  |                                          | 200
        optional  | null                                     | 200
        optional  | {"first_name":"a","shoe_size":1}         | 200
        optional  | {"first_name":1}                         | 422 #/first_name #/shoe_size
        optional  | {                                        | 400
        element   | [1,{"a":null}]                           | 200
        element   | [1                                       | 400
        text      | "a"                                      | 200
        text      | 1                                        | 422 #
        number    | 7                                        | 200
        number    | 1e99                                     | 422 #
        number    | null                                     | 422 #
        converted | "12:30"                                  | 200
        converted | "noon"                                   | 422 #
        """;

    private RunningApp _app = null!;

    public static TheoryData<string, string, string> Cases => TextTable.CasesOf(Requests);

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
            builder.Services.AddControllers()
                .AddJsonOptions(json => Configure(json.JsonSerializerOptions))
                .AddApplicationPart(typeof(StrictController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/minimal/strict", (StrictBody body) => body.ShoeSize);
            app.MapPost("/minimal/optional", (StrictBody? body) => body?.ShoeSize ?? 0);
            app.MapPost("/minimal/element", (JsonElement body) => body.GetArrayLength());
            app.MapPost("/minimal/text", ([FromBody] string body) => body.Length);
            app.MapPost("/minimal/number", ([FromBody] int body) => body);
            app.MapPost("/minimal/converted", ([FromBody] TimeOfDay body) => body.Hour);
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Decide_what_is_taken(string path, string content, string expected)
    {
        foreach (var twin in new[] { "minimal", "strict-twin" })
        {
            using var connection = _app.Connect();
            var answer = await connection.AskAsync(
                $"POST /{twin}/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {content.Length}\r\n\r\n{content}");
            Assert.Equal($"{twin}: {expected}", $"{twin}: {Said(answer)}");
        }
    }

    private static string Said(RawAnswer answer)
    {
        if (answer.Status == 200)
        {
            return "200";
        }

        var pointers = answer.Json.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string?>();
        return string.Join(' ', [$"{answer.Status}", .. pointers]);
    }

    private static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.PropertyNameCaseInsensitive = false;
        options.Converters.Add(new TimeOfDayConverter());
    }

    /// <summary>What is posted.</summary>
    public sealed class StrictBody
    {
        public required string FirstName { get; init; }

        public required int ShoeSize { get; init; }
    }

    /// <summary>A type with a converter of the application's own.</summary>
    public sealed record TimeOfDay(int Hour, int Minute);

    private sealed class TimeOfDayConverter : JsonConverter<TimeOfDay>
    {
        public override TimeOfDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()!.Split(':') is [var hour, var minute]
                ? new TimeOfDay(int.Parse(hour), int.Parse(minute))
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOfDay value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.Hour}:{value.Minute}");
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("strict-twin")]
public sealed class StrictController : ControllerBase
{
    [HttpPost("strict")]
    public int Strict(OptionsOfTheSerializer.StrictBody body) => body.ShoeSize;

    [HttpPost("optional")]
    public int Optional([FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] OptionsOfTheSerializer.StrictBody? body) =>
        body?.ShoeSize ?? 0;

    [HttpPost("element")]
    public int Element([FromBody] JsonElement body) => body.GetArrayLength();

    [HttpPost("text")]
    public int Text([FromBody] string body) => body.Length;

    [HttpPost("number")]
    public int Number([FromBody] int body) => body;

    [HttpPost("converted")]
    public int Converted([FromBody] OptionsOfTheSerializer.TimeOfDay body) => body.Hour;
}
