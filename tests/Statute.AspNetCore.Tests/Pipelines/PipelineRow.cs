using System.Text.RegularExpressions;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Pipelines;

/// <summary>One request of the pipelines' table, and what has to come back.</summary>
internal sealed record PipelineRow(
    string Method, string Path, string User, string MediaType, string Length, string Expect, string Answer, string Type, string Field)
{
    internal static PipelineRow Parse(string line)
    {
        var cells = Regex.Split(line.Trim(), " {2,}").SelectMany((cell, i) => i == 0 ? cell.Split(' ', 2) : [cell]).ToArray();
        var words = cells.SelectMany(c => c is ['=', '>', ..] ? [] : new[] { c }).ToArray();
        return new PipelineRow(words[0], words[1].Trim(), words[2], words[3], words[4], words[5], words[6], words[7], words[8]);
    }

    /// <summary>The request, below a path that the application takes away again.</summary>
    internal string ToRequest(string prefix)
    {
        var content = Length == "-" ? "" : "{\"name\":\"b\"}".PadRight(int.Parse(Length));
        var path = Path == "*" ? Path : prefix + Path;
        return $"{Method} {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: {Hosts.Origin}\r\n"
            + (User == "-" ? "" : $"Authorization: Test {User}\r\n")
            + (MediaType == "-" ? "" : $"Content-Type: {MediaType}\r\n")
            + (Length == "-" ? "" : $"Content-Length: {Length}\r\n")
            + (Expect == "-" ? "" : $"Expect: {Expect}\r\n")
            + $"\r\n{content}";
    }

    internal IEnumerable<string> FaultsOf(RawAnswer answer)
    {
        if (answer.StatusLine != $"HTTP/1.1 {Answer}")
        {
            yield return $"{answer.StatusLine} instead of {Answer}. {answer.Body}";
            yield break;
        }

        if (Type != "-" && (answer["Content-Type"] != "application/problem+json" || answer.Problem("type") != $"/problems/{Type}"))
        {
            yield return $"{answer["Content-Type"]} {answer.Body} instead of a problem of type {Type}.";
        }

        if (Type != "-" && answer.Problem("title") != Answer[4..])
        {
            yield return $"The title is '{answer.Problem("title")}'.";
        }

        if (Field != "-" && answer[Field.Split(": ")[0]] != Field.Split(": ")[1])
        {
            yield return $"'{answer[Field.Split(": ")[0]]}' instead of '{Field}'.";
        }

        if (Type != "-" && answer["Cache-Control"] != "no-store")
        {
            yield return "The refusal may be stored.";
        }
    }
}
