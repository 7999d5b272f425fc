using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Routing;

/// <summary>The methods that the service knows: the nine of RFC 9110 and RFC 5789, and every one that an endpoint maps.</summary>
internal sealed class KnownMethods : IDisposable
{
    private static readonly string[] Standard =
    [
        HttpMethods.Connect, HttpMethods.Delete, HttpMethods.Get, HttpMethods.Head, HttpMethods.Options, HttpMethods.Patch,
        HttpMethods.Post, HttpMethods.Put, HttpMethods.Trace,
    ];

    private readonly EndpointDataSource _endpoints;
    private readonly IDisposable _changes;
    private FrozenSet<string>? _known;
    private string[]? _mapped;

    public KnownMethods(EndpointDataSource endpoints)
    {
        _endpoints = endpoints;
        _changes = ChangeToken.OnChange(endpoints.GetChangeToken, Forget);
    }

    /// <summary>The methods that endpoints map, in alphabetical order.</summary>
    internal string[] Mapped => _mapped ??=
    [
        .. _endpoints.Endpoints
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Method tokens are case-sensitive (RFC 9110, 9.1).</summary>
    internal bool Contains(string method) => (_known ??= Standard.Concat(Mapped).ToFrozenSet(StringComparer.Ordinal)).Contains(method);

    public void Dispose() => _changes.Dispose();

    private void Forget()
    {
        _known = null;
        _mapped = null;
    }
}
