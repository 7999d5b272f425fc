namespace Statute.Schemas.Formats;

/// <summary>A format of strings.</summary>
internal sealed class StringFormat(string name, FormatCheck check)
{
    private static readonly StringFormat[] Known =
    [
        new("date-time", DateTimes.IsDateTime),
        new("date", DateTimes.IsDate),
        new("time", DateTimes.IsTime),
        new("duration", Durations.IsDuration),
        new("email", EmailAddresses.IsEmail),
        new("hostname", HostNames.IsHostName),
        new("ipv4", IpAddresses.IsIpv4),
        new("ipv6", IpAddresses.IsIpv6),
        new("uri", UriTexts.IsUri),
        new("uri-reference", UriTexts.IsReference),
        new("uuid", Identifiers.IsUuid),
        new("json-pointer", Identifiers.IsJsonPointer),
        new("byte", Identifiers.IsBase64),
    ];

    public string Name { get; } = name;

    public static StringFormat? Find(string name) => Array.Find(Known, format => format.Name == name);

    public bool Holds(ReadOnlySpan<byte> text) => check(text);
}
