using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Versions;

/// <summary>A resource with a version: readers are not sent what they have, and writers do not overwrite what they have not seen.</summary>
public sealed class VersionedResource : IAsyncLifetime
{
    // request, fields, answer; the resource has version 7, a write makes it 8
    private const string Requests = """
        GET    | -                             | 200 "7"
        HEAD   | -                             | 200 "7"
        GET    | If-None-Match: "7"            | 304 "7"
        HEAD   | If-None-Match: "7"            | 304 "7"
        GET    | If-None-Match: W/"7"          | 304 "7"
        GET    | If-None-Match: "6", "7"       | 304 "7"
        GET    | If-None-Match: *              | 304 "7"
        GET    | If-None-Match: "6"            | 200 "7"
        GET    | If-None-Match: 7              | 200 "7"
        PUT    | -                             | 200 "8"
        PUT    | If-Match: "7"                 | 200 "8"
        PUT    | If-Match: "6", "7"            | 200 "8"
        PUT    | If-Match: *                   | 200 "8"
        PUT    | If-Match: "6"                 | 409 "7" edit-conflict
        PUT    | If-Match: W/"7"               | 409 "7" edit-conflict
        PUT    | If-Match: 7                   | 409 "7" edit-conflict
        PUT    | If-Match:                     | 200 "8"
        PUT    | If-None-Match: *              | 409 "7" already-exists
        PUT    | If-None-Match: "7"            | 409 "7" already-exists
        PUT    | If-None-Match: "6"            | 200 "8"
        PATCH  | If-Match: "6"                 | 409 "7" edit-conflict
        PATCH  | If-Match: "7"                 | 200 "8"
        DELETE | If-Match: "6"                 | 409 "7" edit-conflict
        DELETE | If-Match: "7"                 | 200
        """;

    public static TheoryData<string, string, string, string> Cases => TextTable.CasesOf(Requests, "minimal", "versioned");

    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddSingleton<Shelf>();
            builder.Services.AddControllers().AddApplicationPart(typeof(ShelfController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            var shelf = app.MapGroup("/minimal/{name}").Held().Versioned((Book book) => book.Version);
            shelf.MapGet("", (string name, Shelf books) => books.Find(name));
            shelf.MapPut("", (string name, Shelf books) => books.Write(name));
            shelf.MapPatch("", (string name, Shelf books) => books.Write(name));
            shelf.MapDelete("", (string name, Shelf books) => books.Delete(name));
            app.MapControllers().Versioned((Book book) => book.Version);
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_answered_as_the_table_says(string twin, string method, string field, string expected)
    {
        using var connection = _app.Connect();
        var fields = field == "-" ? "" : $"{field}\r\n";
        var answer = await connection.AskAsync($"{method} /{twin}/book HTTP/1.1\r\nHost: localhost\r\n{fields}Content-Length: 0\r\n\r\n");
        var type = answer.Status == 409 ? answer.Problem("type")!.Split('/')[^1] : "";
        Assert.Equal(expected, $"{answer.Status} {answer["ETag"]} {type}".TrimEnd());
    }

    /// <summary>The check passes, and only the database sees that another writer was faster.</summary>
    [Theory]
    [InlineData("minimal")]
    [InlineData("versioned")]
    public async Task Is_told_with_its_version_where_the_database_finds_the_conflict(string twin)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync(
            $"PUT /{twin}/contested HTTP/1.1\r\nHost: localhost\r\nIf-Match: \"7\"\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal((409, "/problems/edit-conflict", "\"7\""), (answer.Status, answer.Problem("type"), answer["ETag"]));
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("versioned")]
    public async Task That_is_missing_is_404_and_has_no_version_that_could_be_named(string twin)
    {
        using var connection = _app.Connect();
        (string, int)[] cases = [("X-None: 1", 404), ("If-None-Match: *", 404), ("If-Match: \"7\"", 409), ("If-Match: *", 409)];
        foreach (var (field, status) in cases)
        {
            var answer = await connection.AskAsync(
                $"PUT /{twin}/missing HTTP/1.1\r\nHost: localhost\r\n{field}\r\nContent-Length: 0\r\n\r\n");
            Assert.Equal((field, status, null), (field, answer.Status, answer["ETag"]));
        }
    }

    public sealed record Book(string Name, long Version);

    /// <summary>Books that are all of version 7, but for one that is missing.</summary>
    public sealed class Shelf
    {
        public Book? Find(string name) => name == "missing" ? null : new Book(name, 7);

        public Book? Write(string name) =>
            name == "contested" ? throw new SerializationFailure() : Find(name) is { } book ? book with { Version = 8 } : null;

        public string? Delete(string name) => Find(name) is null ? null : "";
    }

    private sealed class SerializationFailure : DbException
    {
        public override string SqlState => "40001";
    }
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("versioned/{name}")]
public sealed class ShelfController(VersionedResource.Shelf books) : ControllerBase
{
    [HttpGet]
    public VersionedResource.Book? Find(string name) => books.Find(name);

    [HttpPut]
    public ActionResult<VersionedResource.Book?> Write(string name) => books.Write(name);

    [HttpPatch]
    public VersionedResource.Book? Change(string name) => books.Write(name);

    [HttpDelete]
    public string? Delete(string name) => books.Delete(name);
}
