using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Versions;

/// <summary>Who writes over a version that it has not seen is refused, however the version is found, and where it is not found.</summary>
public sealed class WriterOfAVersion : IAsyncLifetime
{
    // method and path | fields | answer, and how often was written; every resource that is there has version 7
    private const string Requests = """
        PUT /tenants/5        | X-Tenant: a; If-Match: "7" | 200 1
        PUT /tenants/5        | X-Tenant: a; If-Match: "1" | 409 "7" 0
        PUT /tenants/5        | X-Tenant: a; If-Match: *   | 200 1
        PUT /spelled/5        | If-Match: "7"              | 200 1
        PUT /spelled/5        | If-Match: "1"              | 409 "7" 0
        PUT /upserted/here    | If-Match: "1"              | 409 "7" 0
        PUT /upserted/here    | If-None-Match: *           | 409 "7" 0
        PUT /upserted/new     | If-Match: "9"              | 409 0
        PUT /upserted/new     | If-Match: *                | 409 0
        PUT /upserted/new     | If-None-Match: *           | 200 1
        PUT /upserted/new     | X-Other: 1                 | 200 1
        PUT /unread/5         | If-Match: "7"              | 409 0
        PUT /unread/5         | If-None-Match: *           | 409 0
        PUT /unread/5         | X-Other: 1                 | 200 1
        PUT /failing/5        | If-Match: "7"              | 409 0
        PUT /failing/5        | If-None-Match: "7"         | 409 0
        PUT /guarded/5        | Authorization: Test writer; If-Match: "1" | 409 0
        PUT /guarded/5        | Authorization: Test reader; If-Match: "1" | 409 "7" 0
        PUT /guarded/5        | Authorization: Test writer; If-Match: "7" | 200 1
        """;

    private RunningApp _app = null!;
    private int _writes;

    public static TheoryData<string, string, string> Cases => TextTable.CasesOf(Requests);

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
            builder.Services.AddAuthorizationBuilder().AddPolicy("reads", policy => policy.RequireClaim(ClaimTypes.Role, "reader"));
        },
        app =>
        {
            app.UseStatute();
            var tenants = app.MapGroup("/tenants/{id}").Versioned(Row.Of);
            tenants.MapGet("", (string id, [FromHeader(Name = "X-Tenant")] string tenant) => new Row(id + tenant, 7));
            tenants.MapPut("", (string id, [FromHeader(Name = "X-Tenant")] string tenant) => Write(id + tenant));
            app.MapGet("/spelled/{number:int}", (int number) => new Row($"{number}", 7)).Versioned(Row.Of);
            app.MapPut("/spelled/{id}", (string id) => Write(id)).Versioned(Row.Of);
            var upserted = app.MapGroup("/upserted/{id}").Held().Versioned(Row.Of);
            upserted.MapGet("", (string id) => id == "here" ? new Row(id, 7) : null);
            upserted.MapPut("", (string id) => Write(id));
            app.MapPut("/unread/{id}", (string id) => Write(id)).Versioned(Row.Of);
            app.MapGet("/failing/{id}", (string id, int needed) => new Row(id, needed)).Versioned(Row.Of);
            app.MapPut("/failing/{id}", (string id) => Write(id)).Versioned(Row.Of);
            app.MapGet("/guarded/{id}", (string id) => new Row(id, 7)).Versioned(Row.Of).RequireAuthorization("reads");
            app.MapPut("/guarded/{id}", (string id) => Write(id)).Versioned(Row.Of).RequireAuthorization();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_answered_as_the_table_says(string request, string fields, string expected)
    {
        using var connection = _app.Connect();
        var head = fields.Replace("; ", "\r\n", StringComparison.Ordinal);
        var answer = await connection.AskAsync($"{request} HTTP/1.1\r\nHost: localhost\r\n{head}\r\nContent-Length: 0\r\n\r\n");
        var tag = answer.Status == 409 ? $"{answer["ETag"]} " : "";
        Assert.Equal(expected, $"{answer.Status} {tag.TrimStart()}{_writes}");
    }

    [Fact]
    public void Whom_no_GET_tells_the_version_is_named_at_the_start()
    {
        var report = Assert.Single(_app.Log.Records, record => record.Level == LogLevel.Warning);
        Assert.EndsWith("each If-Match is refused; mark it .Versioned() too:\n  PUT /unread/{id}", report.Text);
    }

    private Row Write(string id)
    {
        _writes++;
        return new Row(id, 8);
    }

    private sealed record Row(string Name, int Version)
    {
        internal static Func<Row, object> Of { get; } = row => row.Version.ToString(CultureInfo.InvariantCulture);
    }
}
