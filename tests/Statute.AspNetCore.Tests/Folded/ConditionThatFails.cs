using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>412 of a file or a handler: what the caller took for granted is not so, and the conflict says what of it.</summary>
public sealed class ConditionThatFails : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;
    private RunningApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "page.txt"), "a page of text");
        _app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(_root) });
                app.MapPut("/things", () => Results.StatusCode(412));
            });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("GET /page.txt", "If-Match: \"other\"", "/problems/edit-conflict")]
    [InlineData("GET /page.txt", "If-Unmodified-Since: Thu, 01 Jan 2015 00:00:00 GMT", "/problems/edit-conflict")]
    [InlineData("PUT /things", "If-Match: \"other\"", "/problems/edit-conflict")]
    [InlineData("PUT /things", "If-None-Match: *", "/problems/already-exists")]
    public async Task Is_a_conflict_of_its_kind(string request, string condition, string type)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync($"{request} HTTP/1.1\r\nHost: localhost\r\n{condition}\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal((409, type), (answer.Status, answer.Problem("type")));
    }
}
