using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Routing;

/// <summary>Counts and measures the header fields of a request without allocating.</summary>
internal sealed class FieldSizes(int maxCount)
{
    // Enumerating Kestrel's fields boxes an enumerator; copying them into a place of ours does not.
    private readonly KeyValuePair<string, StringValues>[] _fields = new KeyValuePair<string, StringValues>[maxCount];

    /// <summary>
    /// The number of field lines and the sum of the lengths of their names and values. Beyond the limit only the number is told.
    /// </summary>
    internal (int Count, int Length) Measure(IHeaderDictionary headers)
    {
        // The one field that Kestrel keeps as a number: copied, it would become a new string.
        var contentLength = headers.ContentLength;
        headers.ContentLength = null;
        var names = headers.Count;
        if (names > maxCount)
        {
            headers.ContentLength = contentLength;
            return (names, 0);
        }

        headers.CopyTo(_fields, 0);
        headers.ContentLength = contentLength;
        var fields = _fields.AsSpan(0, names);
        var (count, length) = contentLength is null ? (0, 0) : (1, "Content-Length".Length + 1);
        foreach (ref readonly var field in fields)
        {
            count += field.Value.Count;
            foreach (var value in field.Value)
            {
                length += field.Key.Length + (value?.Length ?? 0);
            }
        }

        fields.Clear();
        return (count, length);
    }
}
