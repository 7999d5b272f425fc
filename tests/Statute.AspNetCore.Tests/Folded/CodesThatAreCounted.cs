using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>The code that the application has set is known later: in a counter, and in the log where the answer is a refusal.</summary>
public sealed class CodesThatAreCounted
{
    [Theory]
    [InlineData(StatuteProfile.Fold, 201, "statute.answers.folded 201 200")]
    [InlineData(StatuteProfile.Fold, 410, "statute.answers.folded 410 404")]
    [InlineData(StatuteProfile.Fold, 507, "statute.answers.folded 507 500")]
    [InlineData(StatuteProfile.Fold, 308, "statute.answers.redirected 308 -")]
    [InlineData(StatuteProfile.Fold, 404, "")]
    [InlineData(StatuteProfile.Observe, 410, "statute.answers.observed 410 404")]
    [InlineData(StatuteProfile.Observe, 308, "statute.answers.redirected 308 -")]
    [InlineData(StatuteProfile.Observe, 200, "")]
    public async Task Are_counted_once(StatuteProfile profile, int code, string counted)
    {
        await using var app = await StartAsync(profile);
        var counts = new ConcurrentQueue<string>();
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, measuring) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name.StartsWith("statute.", StringComparison.Ordinal))
            {
                measuring.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            var labels = new Dictionary<string, object?>(tags.ToArray());
            counts.Enqueue($"{instrument.Name} {labels["http.response.status_code"]} {labels.GetValueOrDefault("statute.row", "-")}");
        });
        listener.Start();
        using var answer = await app.Client.GetAsync($"/{code}");
        await answer.Content.ReadAsStringAsync();
        // An answer that passes is looked at when it has ended, which the client may see first.
        await Until.TrueAsync(() => counted.Length == 0 || !counts.IsEmpty);
        Assert.Equal(counted, string.Join('\n', counts));
    }

    [Theory]
    [InlineData(410, "Answered GET /410 with row 404 instead of 410.")]
    [InlineData(206, "Answered GET /206 with row 500 instead of 206.")]
    [InlineData(201, null)]
    public async Task Are_in_the_log_where_the_answer_is_a_refusal(int code, string? text)
    {
        await using var app = await StartAsync(StatuteProfile.Fold);
        using var answer = await app.Client.GetAsync($"/{code}");
        var record = app.Log.Records.SingleOrDefault(record => record.Text.Contains("instead of"));
        Assert.Equal((text, LogLevel.Information), (record?.Text, record?.Level ?? LogLevel.Information));
    }

    private static Task<RunningApp> StartAsync(StatuteProfile profile) => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(options => options.Profile = profile),
        app =>
        {
            app.UseStatute();
            app.MapGet("/{code:int}", (int code) => TypedResults.Text("words", statusCode: code));
        });
}
