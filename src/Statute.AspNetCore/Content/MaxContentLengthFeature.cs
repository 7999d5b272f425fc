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
    private bool _isDefault;
    private long? _original;

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
        _isDefault = false;
        _original = _server is null ? DefaultLimit : _server.MaxRequestBodySize;
        _limit = _original;
        features.Set<IHttpMaxRequestBodySizeFeature>(this);
    }

    /// <summary>Sets the limit of a request that is held, where nobody has set one of its own.</summary>
    internal void SetDefault(long limit)
    {
        if (_isSet || IsReadOnly)
        {
            // What was read before anybody knew whose it is was read by the application's own limit.
            return;
        }

        _isDefault = true;
        Limit(limit);
    }

    /// <summary>Puts back what the server had, where nobody has set a limit of their own since.</summary>
    internal void UnsetDefault()
    {
        if (_isDefault && !_isSet)
        {
            _isDefault = false;
            Limit(_original);
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

        Limit(most);
    }

    internal void End(IFeatureCollection features)
    {
        features.Set(_server);
        _server = null;
    }

    private void Limit(long? limit)
    {
        _limit = limit;
        if (!_isLifted && _server is { IsReadOnly: false })
        {
            _server.MaxRequestBodySize = limit;
        }
    }
}
