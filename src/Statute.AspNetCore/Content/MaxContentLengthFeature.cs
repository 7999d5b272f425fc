using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Content;

/// <summary>
/// The size limit of one request. It takes the place of the server's own feature, so that it can be read in every server, and keeps
/// what routing, MVC and handlers set; the server gets the same limit and stays the one that counts what it reads.
/// </summary>
internal sealed class MaxContentLengthFeature : IHttpMaxRequestBodySizeFeature
{
    /// <summary>Kestrel's default, for servers that have none of their own.</summary>
    private const long DefaultLimit = 30_000_000;

    private IHttpMaxRequestBodySizeFeature? _server;
    private long? _limit;
    private bool _isLifted;
    private bool _isSet;

    public bool IsReadOnly => _server?.IsReadOnly ?? false;

    public long? MaxRequestBodySize
    {
        get => _limit;
        set
        {
            if (_server is not null && !_isLifted)
            {
                _server.MaxRequestBodySize = value;
            }

            _limit = value;
            _isSet = true;
        }
    }

    internal void Begin(IFeatureCollection features)
    {
        _server = features.Get<IHttpMaxRequestBodySizeFeature>();
        _isLifted = false;
        _isSet = false;
        _limit = _server is null ? DefaultLimit : _server.MaxRequestBodySize;
        features.Set<IHttpMaxRequestBodySizeFeature>(this);
    }

    /// <summary>Sets the limit of a request that is held, where nobody has set one of its own.</summary>
    internal void SetDefault(long limit)
    {
        if (_isSet)
        {
            return;
        }

        _limit = limit;
        if (_server is { IsReadOnly: false })
        {
            _server.MaxRequestBodySize = limit;
        }
    }

    /// <summary>
    /// Lifts the server's limit: for content that is counted by us, and to read refused content to its end, which the server would fail.
    /// </summary>
    internal void Lift()
    {
        _isLifted = true;
        if (_server is { IsReadOnly: false })
        {
            _server.MaxRequestBodySize = null;
        }
    }

    /// <summary>Lowers the limit where it is higher, or none.</summary>
    internal void Cap(long most)
    {
        if (_limit <= most)
        {
            return;
        }

        _limit = most;
        if (!_isLifted && _server is { IsReadOnly: false })
        {
            _server.MaxRequestBodySize = most;
        }
    }

    internal void End(IFeatureCollection features)
    {
        features.Set(_server);
        _server = null;
    }
}
