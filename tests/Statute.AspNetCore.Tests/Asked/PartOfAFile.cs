using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Asked;

/// <summary>A part that is asked for is sent as one, and what the client has is not sent again.</summary>
public sealed class PartOfAFile : IAsyncLifetime
{
    // field of the request ## status ## content ## Content-Range
    private const string Rows = """
        Range: bytes=2-4 ## 206 ## 234 ## bytes 2-4/10
        Range: bytes=-3 ## 206 ## 789 ## bytes 7-9/10
        Range: bytes=7- ## 206 ## 789 ## bytes 7-9/10
        Range: bytes=2-4|If-Range: TAG ## 206 ## 234 ## bytes 2-4/10
        Range: bytes=2-4|If-Range: "old" ## 200 ## 0123456789 ##
        Range: bytes=10-12 ## 400 ## problem ##
        If-None-Match: TAG ## 304 ## ##
        If-None-Match: "old" ## 200 ## 0123456789 ##
        If-None-Match: * ## 304 ## ##
        If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT ## 200 ## 0123456789 ##
        If-Modified-Since: Sat, 03 Jan 2026 00:00:00 GMT ## 304 ## ##
        If-Match: "old" ## 409 ## problem ##
        """;

    private readonly string _root = Directory.CreateTempSubdirectory().FullName;
    private RunningApp _app = null!;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Rows.Split('\n'))
            {
                cases.Add("/digits.txt", line);
                cases.Add("/result", line);
            }

            return cases;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(_root, "digits.txt");
        await File.WriteAllTextAsync(path, "0123456789");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        _app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(_root) });
                app.MapGet("/result", () => TypedResults.PhysicalFile(
                    path, "text/plain", null, File.GetLastWriteTimeUtc(path), new("\"tag\""), enableRangeProcessing: true));
            });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_sent_as_it_is_asked_for(string path, string line)
    {
        var cells = line.Split("##", StringSplitOptions.TrimEntries);
        using var connection = _app.Connect();
        var tag = (await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"))["ETag"]!;
        var fields = cells[0].Replace("TAG", tag).Replace("|", "\r\n");
        var answer = await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{fields}\r\n\r\n");
        Assert.Equal(int.Parse(cells[1]), answer.Status);
        Assert.Equal(cells.Length > 3 && cells[3].Length > 0 ? cells[3] : null, answer["Content-Range"]);
        if (cells[2] == "problem")
        {
            // Static files name no tag with 412, a result does.
            Assert.Equal("application/problem+json", answer["Content-Type"]);
            Assert.Equal(answer.Status == 409 && path == "/result" ? tag : null, answer["ETag"]);
        }
        else
        {
            Assert.Equal((cells[2], tag), (answer.Body, answer["ETag"]));
        }
    }
}
