namespace Statute.AspNetCore.Content;

/// <summary>
/// Takes apart what others call a place in content: <c>$.lines[1].qty</c> and <c>$['a.b']</c> of the serializer,
/// <c>Lines[1].Qty</c> and <c>Map[key].X</c> of the validators. Nothing is refused; what is badly formed gives some names.
/// </summary>
internal static class KeyPath
{
    internal static bool IsJsonPath(string path) => path.StartsWith('$') && (path.Length == 1 || path[1] is '.' or '[');

    internal static IReadOnlyList<string> Names(string path)
    {
        var names = new List<string>();
        for (var i = IsJsonPath(path) ? 1 : 0; i < path.Length;)
        {
            if (path[i] == '[')
            {
                i = AddBracketed(names, path, i);
                continue;
            }

            var start = path[i] == '.' ? i + 1 : i;
            var end = path.AsSpan(start).IndexOfAny('.', '[');
            i = end < 0 ? path.Length : start + end;
            names.Add(path[start..i]);
        }

        return names;
    }

    /// <summary>A name in brackets can hold the brackets' own signs, as nobody escapes them: it ends where the path can go on.</summary>
    private static int AddBracketed(List<string> names, string path, int open)
    {
        var isQuoted = open + 1 < path.Length && path[open + 1] == '\'';
        var start = open + (isQuoted ? 2 : 1);
        var close = isQuoted ? "']" : "]";
        for (var end = path.IndexOf(close, start, StringComparison.Ordinal); end >= 0;
             end = path.IndexOf(close, end + 1, StringComparison.Ordinal))
        {
            var next = end + close.Length;
            if (next == path.Length || path[next] is '.' or '[')
            {
                names.Add(path[start..end]);
                return next;
            }
        }

        names.Add(path[Math.Min(start, path.Length)..]);
        return path.Length;
    }
}
