namespace Statute.Schemas.Compiling;

/// <summary>RFC 3986, section 5: a reference in the light of a base. Nothing is normalized beyond dots in paths.</summary>
internal static class UriReference
{
    public static (string Uri, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
    }

    public static string Resolve(string @base, string reference)
    {
        if (reference.Length == 0)
        {
            return @base;
        }

        if (SchemeLength(reference) > 0)
        {
            return reference;
        }

        var (scheme, authority, path) = Parts(@base);
        if (reference.StartsWith("//", StringComparison.Ordinal))
        {
            return scheme + reference;
        }

        if (reference[0] == '?')
        {
            return scheme + authority + path + reference;
        }

        var query = reference.IndexOf('?');
        var (own, rest) = query < 0 ? (reference, "") : (reference[..query], reference[query..]);
        var merged = own[0] == '/' ? own : path[..(path.LastIndexOf('/') + 1)] + own;
        merged = merged.Length > 0 && merged[0] != '/' && authority.Length > 0 ? '/' + merged : merged;
        return scheme + authority + WithoutDots(merged) + rest;
    }

    /// <summary>The scheme with its colon, the authority with its slashes, and the path.</summary>
    private static (string Scheme, string Authority, string Path) Parts(string uri)
    {
        var scheme = uri[..SchemeLength(uri)];
        var rest = uri[scheme.Length..];
        rest = rest.IndexOf('?') is var query && query >= 0 ? rest[..query] : rest;
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return (scheme, "", rest);
        }

        var slash = rest.IndexOf('/', 2);
        return slash < 0 ? (scheme, rest, "") : (scheme, rest[..slash], rest[slash..]);
    }

    private static int SchemeLength(string uri)
    {
        var colon = uri.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(uri[0]) && uri.AsSpan(0, colon).IndexOfAny("/?#") < 0 ? colon + 1 : 0;
    }

    private static string WithoutDots(string path)
    {
        List<string> kept = [];
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 1 || (kept.Count == 1 && kept[0].Length > 0))
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (segments[i] != ".")
            {
                kept.Add(segments[i]);
                continue;
            }

            if (last)
            {
                kept.Add("");
            }
        }

        return string.Join('/', kept);
    }
}
