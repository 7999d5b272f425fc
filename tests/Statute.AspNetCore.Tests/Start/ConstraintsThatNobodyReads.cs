using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Start;

/// <summary>Validation attributes of a minimal API do nothing without AddValidation; the start tells so.</summary>
public sealed class ConstraintsThatNobodyReads
{
    [Fact]
    public async Task Are_told_of_with_their_types_and_the_cure()
    {
        await using var app = await StartAsync(_ => { }, held: true);
        var warning = Assert.Single(app.Log.Records, record => record.Level == LogLevel.Warning);
        Assert.Contains(
            $"of {nameof(Constrained)}, {nameof(Element)}, {nameof(Inner)}, {nameof(Rec)}, the parameter 'limited'. "
            + "Call builder.Services.AddValidation()",
            warning.Text);
    }

    [Fact]
    public async Task Are_not_told_of_where_they_are_read()
    {
        await using var app = await StartAsync(Validation.Add, held: true);
        Assert.DoesNotContain(app.Log.Records, record => record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Are_not_told_of_where_the_endpoint_is_left_alone()
    {
        await using var app = await StartAsync(_ => { }, held: false);
        Assert.DoesNotContain(app.Log.Records, record => record.Level == LogLevel.Warning);
    }

    private static Task<RunningApp> StartAsync(Action<IServiceCollection> services, bool held) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            builder.Services.AddSingleton<Store>();
            services(builder.Services);
        },
        app =>
        {
            app.UseStatute();
            app.MapGet("/free", (int number) => number);
            app.MapPost("/unconstrained", (Unconstrained body, Store store) => body.Name + store.Items.Count);
            var constrained = app.MapPost("/constrained", (Constrained body) => body);
            var record = app.MapPost("/record", (Rec body) => body);
            var list = app.MapPost("/list", (List<Element> body) => body.Count);
            var outer = app.MapPost("/outer", (Outer body) => body);
            var parameter = app.MapGet("/parameter", ([Range(1, 5)] int limited) => limited);
            if (!held)
            {
                foreach (var endpoint in new[] { constrained, record, list, outer, parameter })
                {
                    endpoint.DisableStatute();
                }
            }
        });

    public sealed record Unconstrained(string Name);

    public sealed record Rec([Required, MaxLength(3)] string Name, [Range(1, 5)] int Qty);

    public sealed record Element([property: MaxLength(3)] string Name);

    public sealed record Inner([property: MaxLength(3)] string Name);

    public sealed record Outer(Inner? Inner);

    /// <summary>A service, whose entities are no content.</summary>
    public sealed class Store
    {
        public List<Entity> Items { get; } = [];

        public sealed record Entity([property: MaxLength(3)] string Name);
    }

    public sealed class Constrained
    {
        [MaxLength(3)]
        public string? Name { get; init; }
    }
}
