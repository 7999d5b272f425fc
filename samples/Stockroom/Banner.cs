namespace Stockroom;

/// <summary>What a person needs to know after the start.</summary>
internal static class Banner
{
    public static void Write(TextWriter to, IEnumerable<string> urls, DataFolder data, bool asWritten)
    {
        var url = urls.First().TrimEnd('/');
        to.WriteLine($"""
            stockroom, {(asWritten ? "as written: .NET's own aids only" : "held by Statute")}
              address      {string.Join("  ", urls)}
              description  {url}/openapi/v1.json
              users        clerk (password clerk), manager (password manager, role manager)
              data         {data.Path}
              try          curl -i -u clerk:clerk {url}/items
            Ctrl+C ends it.
            """);
    }
}
