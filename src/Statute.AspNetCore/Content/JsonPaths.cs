namespace Statute.AspNetCore.Content;

/// <summary>The paths of System.Text.Json's exceptions.</summary>
internal static class JsonPaths
{
    /// <summary>The pointer for <c>$.lines[1].qty</c>; the whole content where there is no path.</summary>
    internal static string ToPointer(string? path) => path is null ? FragmentPointer.Root : FragmentPointer.Of(KeyPath.Names(path));
}
