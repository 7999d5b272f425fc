namespace Statute.AspNetCore.Tests.Order;

/// <summary>One request of the order table and the problem that it is answered with.</summary>
internal sealed record OrderRow(
    ProblemType Problem, string Method, string Path, string User, string MediaType, string Coding, int Length, string Expect)
{
    internal static OrderRow Valid { get; } = Parse("InvalidHead POST orders manager application/json - 12 -");

    internal static OrderRow Parse(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OrderRow(
            Enum.Parse<ProblemType>(cells[0]), cells[1], cells[2], cells[3], cells[4], cells[5], int.Parse(cells[6]), cells[7]);
    }

    internal string ToRequest(string twin)
    {
        var content = "{\"name\":\"b\"}".PadRight(Length);
        return $"{Method} /{twin}/{Path} HTTP/1.1\r\nHost: localhost\r\n"
            + Field("Authorization", User == "-" ? "-" : $"Test {User}")
            + Field("Content-Type", MediaType)
            + Field("Content-Encoding", Coding)
            + Field("Content-Length", $"{Length}")
            + Field("Expect", Expect)
            + $"\r\n{content}";
    }

    private static string Field(string name, string value) => value == "-" ? "" : $"{name}: {value}\r\n";
}
