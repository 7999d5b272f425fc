using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Routing;

/// <summary>The paths that <see cref="StatuteOptions.Except"/> names, each with everything below it.</summary>
internal sealed class ExceptedPaths(IOptions<StatuteOptions> options)
{
    private readonly PathString[] _paths = [.. options.Value.Except.Select(path => new PathString(path))];

    internal bool Contain(PathString path)
    {
        foreach (var prefix in _paths)
        {
            if (path.StartsWithSegments(prefix))
            {
                return true;
            }
        }

        return false;
    }
}
