using System.Data.Common;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Statute.Benchmarks;

/// <summary>One small API behind a server that only hands requests over, with and without Statute.</summary>
internal sealed class Api : IServer
{
    private const int LargeParts = 16;

    private static readonly byte[] Content = "ok"u8.ToArray();
    private static readonly byte[] Part = new byte[64 * 1024];
    private static readonly string File = typeof(object).Assembly.Location;

    /// <summary>One set of features for all requests, one after the other, as Kestrel has it for a connection.</summary>
    private readonly FeatureCollection _connection = new();

    private Func<IFeatureCollection, Task>? _run;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    internal static Api Start(bool held)
    {
        var server = new Api();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IServer>(server);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, RoleScheme>("Role", null);
        if (held)
        {
            builder.Services.AddStatute();
        }

        var app = builder.Build();
        if (held)
        {
            app.UseStatute();
            app.MapGet("/withdrawn", Write).Withdrawn();
            app.MapGet("/unbuilt", Write).NotBuilt();
            app.MapGet("/missing", string? () => null).Held();
        }

        app.MapGet("/things", Write);
        app.MapGet("/large/{way}", WriteLargeAsync);
        app.MapPost("/things", Write)
            .WithMetadata(new AcceptsMetadata(["application/json"]), new RequestSizeLimitAttribute(1000));
        app.MapGet("/numbers/{number}", (int number) => number);
        app.MapPost("/bound", (Thing thing) => thing.Name).WithMetadata(new RequestSizeLimitAttribute(1000));
        app.MapGet("/failing/{state}", int (string state) => throw new StateException(state));
        app.MapGet("/secret", Write).RequireAuthorization(policy => policy.RequireRole("manager"));
        app.StartAsync().GetAwaiter().GetResult();
        return server;
    }

    internal async Task<int> AskAsync(Request request)
    {
        var response = new HttpResponseFeature();
        var features = _connection;
        foreach (var (feature, _) in features.ToArray())
        {
            features[feature] = null;
        }

        features.Set<IHttpRequestFeature>(request.ToFeature());
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set<IHttpRequestBodyDetectionFeature>(request);
        await _run!(features);
        return response.StatusCode;
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        _run = async features =>
        {
            var context = application.CreateContext(features);
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static Task Write(HttpContext context)
    {
        context.Response.ContentLength = Content.Length;
        return context.Response.BodyWriter.WriteAsync(Content).AsTask();
    }

    /// <summary>1 MiB in sixteen parts, or of a file that is there anyway.</summary>
    private static async Task WriteLargeAsync(HttpContext context, string way)
    {
        if (way == "file")
        {
            await context.Response.SendFileAsync(File, 0, LargeParts * Part.Length);
            return;
        }

        for (var i = 0; i < LargeParts; i++)
        {
            if (way == "pipe")
            {
                await context.Response.BodyWriter.WriteAsync(Part);
            }
            else
            {
                await context.Response.Body.WriteAsync(Part);
            }
        }
    }

    private sealed record Thing(string Name);

    private sealed class StateException(string state) : DbException("The database refuses.")
    {
        public override string SqlState => state;
    }

    private sealed class RoleScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization.Count == 0)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "clerk")], "Role"));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, "Role")));
        }
    }
}
