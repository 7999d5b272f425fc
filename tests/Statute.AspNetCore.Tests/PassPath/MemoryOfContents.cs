using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.PassPath;

/// <summary>What memory holds of contents is what is held of the budget. Counted in the whole process, so that it runs alone.</summary>
[Collection(nameof(PassPathCollection))]
public sealed class MemoryOfContents(ITestOutputHelper output)
{
    private const int MiB = 1024 * 1024;
    private const int Limit = 8 * MiB;
    private const int Uploads = 12;
    private const int Slack = 24 * MiB;

    private static readonly byte[] Block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));

    [Fact]
    public async Task Of_a_refused_one_is_given_back_before_the_rest_is_dropped()
    {
        await using var app = await StartAsync();
        var connections = Enumerable.Range(0, Uploads).Select(_ => app.Connect()).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var connection in connections)
        {
            await connection.SendAsync(Head("Transfer-Encoding: chunked"));
            for (var sent = 0; sent <= Limit; sent += Block.Length)
            {
                await connection.SendAsync($"{Block.Length:x}\r\n");
                await connection.SendAsync(Block);
                await connection.SendAsync("\r\n");
            }

            // Refused, and not ended: the server waits for the rest.
            Assert.Equal(413, (await connection.ReadAsync()).Status);
        }

        await Until.TrueAsync(() => Budget(app).Free == Budget(app).Size);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{grown / MiB} MiB for {Uploads} refused contents of {Limit / MiB} MiB");
        connections.ForEach(connection => connection.Dispose());
        Assert.InRange(grown, long.MinValue, Slack);
    }

    [Fact]
    public async Task Of_a_declared_length_is_that_length()
    {
        const int Length = (5 * MiB) + 1;
        await using var app = await StartAsync();
        var connections = Enumerable.Range(0, Uploads).Select(_ => app.Connect()).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var connection in connections)
        {
            await connection.SendAsync(Head($"Content-Length: {Length}"));
            for (var sent = 0; sent + Block.Length < Length; sent += Block.Length)
            {
                await connection.SendAsync(Block);
            }
        }

        await Until.TrueAsync(() => Budget(app).Size - Budget(app).Free == (long)Uploads * Length);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{grown / MiB} MiB for {Uploads} contents of {Length / MiB} MiB");
        connections.ForEach(connection => connection.Dispose());
        Assert.InRange(grown, long.MinValue, ((long)Uploads * Length) + Slack);
    }

    private static Task<RunningApp> StartAsync() => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(options =>
        {
            options.MaxContentLength = Limit;
            options.MaxContentInFlight = 20L * Limit;
        }),
        app =>
        {
            app.UseStatute();
            app.MapPost("/numbers", (int[] numbers) => numbers.Length);
        });

    private static ContentBudget Budget(RunningApp app) => app.Services.GetRequiredService<ContentBudget>();

    private static string Head(string framing) =>
        $"POST /numbers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{framing}\r\n\r\n";
}
