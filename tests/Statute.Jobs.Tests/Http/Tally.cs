using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.Jobs.Tests.Http;

/// <summary>What handlers have seen, and what became of what they left behind.</summary>
public sealed class Tally
{
    internal ConcurrentQueue<string> Told { get; } = new();

    internal Door Waiting { get; } = new();

    internal string Report(
        HttpContext context,
        IHttpContextAccessor accessor,
        int number,
        string? query,
        string note,
        Parcel parcel,
        ClaimsPrincipal user,
        Tenant tenant,
        CancellationToken cancel)
    {
        Register(context, "first");
        Register(context, "second");
        context.Response.RegisterForDispose(new Disposed(this, "registered"));
        context.RequestServices.GetRequiredService<Disposed>();
        var request = context.Request;
        return $"{number} {query} {note} {tenant.Name} {parcel.Name} {user.Identity!.Name} {user.FindFirstValue(ClaimTypes.Role)} "
            + $"{request.Headers["Idempotency-Key"]} {context.TraceIdentifier} {request.Path} {request.Host.Host} {request.Scheme} "
            + $"{accessor.HttpContext == context} {cancel.IsCancellationRequested}";
    }

    internal async Task<string> WaitAsync(CancellationToken cancel)
    {
        try
        {
            await Waiting.PassAsync(cancel);
            return "";
        }
        catch (OperationCanceledException)
        {
            Told.Enqueue("canceled");
            throw;
        }
    }

    private void Register(HttpContext context, string name)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Append("X-Starting", name);
            return Task.CompletedTask;
        });
        context.Response.OnCompleted(() =>
        {
            Told.Enqueue($"{name} completed");
            return Task.CompletedTask;
        });
    }
}

/// <summary>Tells when it is disposed.</summary>
public sealed class Disposed(Tally tally, string name) : IDisposable
{
    [ActivatorUtilitiesConstructor]
    public Disposed(Tally tally) : this(tally, "scoped")
    {
    }

    public void Dispose() => tally.Told.Enqueue($"{name} disposed");
}
