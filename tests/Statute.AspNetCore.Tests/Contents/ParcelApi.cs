using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>Takes parcels, the same as a minimal API and as a controller.</summary>
internal static class ParcelApi
{
    internal static Task<RunningApp> StartAsync() => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute();
            Validation.Add(builder.Services);
            builder.Services.AddControllers().AddApplicationPart(typeof(ParcelController).Assembly);
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/minimal/parcels", (Parcel parcel) => parcel.Qty);
            app.MapControllers();
        });

    internal static string Head(string twin, int length) =>
        $"POST /{twin}/parcels HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n";
}

/// <summary>The controller twin.</summary>
[ApiController]
[Route("controlled/parcels")]
public sealed class ParcelController : ControllerBase
{
    [HttpPost]
    public int Take(Parcel parcel) => parcel.Qty;
}
