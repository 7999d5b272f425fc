using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>
/// A handler as anybody writes it, with services, claims, cancellation, and middleware around it, sees in a job what it sees in a request.
/// </summary>
public sealed class HandlerThatRunsLater : IAsyncLifetime
{
    private JobsApp _app = null!;

    public static TheoryData<string> Styles => ["minimal", "controller"];

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.Use(Tenant.Find);
            app.UseAntiforgery();
            app.MapPost("/minimal/{number:int}", (
                int number, string? q, [FromHeader(Name = "X-Note")] string note, Parcel parcel, ClaimsPrincipal user, Tenant tenant,
                Tally tally, IHttpContextAccessor accessor, HttpContext context, CancellationToken cancel) =>
                tally.Report(context, accessor, number, q, note, parcel, user, tenant, cancel)).Asynchronous();
            app.MapPost("/minimal/form", ([FromForm] string name, IFormFile file) => $"{name} {file.FileName} {file.Length}")
                .DisableAntiforgery().Asynchronous();
            app.MapPost("/minimal/guarded", ([FromForm] string name) => name).Asynchronous();
            app.MapGet("/token", (IAntiforgery antiforgery, HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken);
            app.MapPost("/minimal/waiting", async (Tally tally, CancellationToken cancel) => await tally.WaitAsync(cancel)).Asynchronous();
            app.MapPost("/minimal/thrown", Parcel? () => throw new Refusal(409, "No.", "no").ToException()).Asynchronous();
            app.MapPost("/minimal/attempt", (HttpContext context) => Attempt(context)).Asynchronous();
            app.MapPost("/minimal/read", async (HttpRequest request) =>
                await new StreamReader(request.Body).ReadToEndAsync()).Asynchronous();
            app.MapPost("/minimal/thread", () => $"{Thread.CurrentThread.IsThreadPoolThread}").Asynchronous();
            app.MapControllers();
            app.MapJobs();
        },
        builder =>
        {
            Validation.Add(builder.Services);
            TheseControllers.AddTo(builder.Services, typeof(LaterController));
            builder.Services.AddScoped<Tenant>();
            builder.Services.AddScoped<Disposed>();
            builder.Services.AddSingleton<Tally>();
            builder.Services.AddHttpContextAccessor();
            builder.Services.AddAntiforgery();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task SeesItsParametersItsCallerAndItsServices(string style)
    {
        var monitor = await RunAsync(style);
        var job = monitor.Id;
        Assert.Equal(
            $"7 query note north bolt clerk clerk {job} {job} /{style}/7 127.0.0.1 http True False",
            (await _app.ResultAsync(monitor)).Content);
    }

    [Fact]
    public async Task TakesNoThreadOfThePoolBeforeItWaits() =>
        Assert.Equal("False", (await _app.ResultAsync(await _app.RunAsync("/minimal/thread"))).Content);

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task HasItsCallbacksCalledInReverse(string style)
    {
        var monitor = await RunAsync(style);
        Assert.Equal("second, first", (await _app.ResultAsync(monitor))["X-Starting"]);
        var completed = Tally.Told.Where(told => told.EndsWith("completed", StringComparison.Ordinal));
        Assert.Equal(["second completed", "first completed"], completed);
        Assert.Contains("registered disposed", Tally.Told);
        Assert.Contains("scoped disposed", Tally.Told);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task IsNotRunForAFaultOfTheRequest(string style)
    {
        var invalid = await _app.PostAsync($"/{style}/7", """{"name":"x"}""", ("X-Note", "note"));
        Assert.Equal((422, "invalid-content"), (invalid.Status, invalid.Problem));
        var unreadable = await _app.PostAsync($"/{style}/7", """{"name":"bolt"}""");
        Assert.Equal((400, "invalid-parameter"), (unreadable.Status, unreadable.Problem));
        Assert.Equal("""{"jobs":[],"next":null}""", (await _app.GetAsync("/jobs")).Content);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task HearsOfACancel(string style)
    {
        var accepted = await _app.PostAsync($"/{style}/waiting");
        await Tally.Waiting.Reached;
        await _app.SendAsync(HttpMethod.Post, accepted.CancelPlace);
        Assert.Equal("Canceled", (await _app.EndAsync(accepted)).State);
        Assert.Contains("canceled", Tally.Told);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task RefusesAsEver(string style)
    {
        var monitor = await _app.RunAsync($"/{style}/thrown");
        var result = await _app.ResultAsync(monitor);
        Assert.Equal(("Failed", 409, "no"), (monitor.State, result.Status, result.Problem));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task MayAskForItsJob(string style)
    {
        var monitor = await _app.RunAsync($"/{style}/attempt");
        Assert.Equal($"{monitor.Id} 1", (await _app.ResultAsync(monitor)).Content);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task ReadsItsContentItself(string style)
    {
        var monitor = await _app.RunAsync($"/{style}/read", "{ not JSON");
        Assert.Equal("{ not JSON", (await _app.ResultAsync(monitor)).Content);
    }

    [Fact]
    public async Task ReadsAForm()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("bolt"), "name" },
            { new ByteArrayContent([0, 1, 255]), "file", "b.bin" },
        };
        using var sent = await _app.App.Client.PostAsync("/minimal/form", form);
        var accepted = await JobAnswer.ReadAsync(sent);
        var monitor = await _app.EndAsync(accepted, caller: null);
        Assert.Equal("bolt b.bin 3", (await _app.ResultAsync(monitor)).Content);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("header", 202)]
    [InlineData("content", 500)]
    public async Task IsGuardedAgainstForgeryWhenTheRequestComes(string place, int status)
    {
        var token = await _app.App.Client.GetStringAsync("/token");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/minimal/guarded")
        {
            Content = new FormUrlEncodedContent([new("name", "bolt"), new("__RequestVerificationToken", place == "content" ? token : "")]),
        };
        if (place == "header")
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        using var sent = await _app.App.Client.SendAsync(request);
        var answer = await JobAnswer.ReadAsync(sent);
        Assert.Equal(status, answer.Status);
        switch (status)
        {
            case 202:
                var monitor = await _app.EndAsync(answer, caller: null);
                Assert.Equal(("Succeeded", "bolt"), (monitor.State, (await _app.ResultAsync(monitor)).Content));
                break;
            case 500:
                // The form was read to find the token, and the content is gone.
                Assert.Contains(_app.App.Log.Records, record => record.Exception?.Message.Contains("token in its header field") == true);
                break;
        }
    }

    internal static string Attempt(HttpContext context)
    {
        var job = context.Features.Get<IJobFeature>();
        return $"{job?.Id} {job?.Attempt}";
    }

    private Tally Tally => _app.App.Services.GetRequiredService<Tally>();

    private Task<JobAnswer> RunAsync(string style) =>
        _app.RunAsync($"/{style}/7?q=query", """{"name":"bolt"}""", ("X-Note", "note"), ("X-Tenant", "north"), ("Idempotency-Key", "own"));
}

/// <summary>The same handlers as actions.</summary>
[ApiController]
[Route("controller")]
[Asynchronous]
public sealed class LaterController(Tally tally, Tenant tenant, IHttpContextAccessor accessor) : ControllerBase
{
    [HttpPost("{number:int}")]
    public string Report(int number, string? q, [FromHeader(Name = "X-Note")] string note, Parcel parcel, CancellationToken cancel) =>
        tally.Report(HttpContext, accessor, number, q, note, parcel, User, tenant, cancel);

    [HttpPost("waiting")]
    public Task<string> Waiting(CancellationToken cancel) => tally.WaitAsync(cancel);

    [HttpPost("thrown")]
    public Parcel Thrown() => throw new Refusal(409, "No.", "no").ToException();

    [HttpPost("attempt")]
    public string Attempt() => HandlerThatRunsLater.Attempt(HttpContext);

    [HttpPost("read")]
    public Task<string> Read() => new StreamReader(Request.Body).ReadToEndAsync();
}

/// <summary>What is sent.</summary>
public sealed record Parcel([StringLength(10, MinimumLength = 2)] string Name);

/// <summary>Whose request it is: a scoped service that a middleware fills in.</summary>
public sealed class Tenant
{
    public string? Name { get; private set; }

    internal static Task Find(HttpContext context, RequestDelegate next)
    {
        context.RequestServices.GetRequiredService<Tenant>().Name = context.Request.Headers["X-Tenant"];
        return next(context);
    }
}
