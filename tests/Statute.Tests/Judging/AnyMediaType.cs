using Statute.Judging;

namespace Statute.Tests.Judging;

public sealed class AnyMediaType
{
    // value ## type/subtype, or - where it is malformed ## whether its charset is quoted ## the value without its charset
    private const string Values = """
        application/json                            ## application/json ## False ## application/json
        Application/JSON;charset=utf-8              ## Application/JSON ## False ## Application/JSON
        text/plain; charset="utf-8"; v=1            ## text/plain       ## True  ## text/plain; v=1
        text/plain; CHARSET="utf-8"                 ## text/plain       ## True  ## text/plain
        text/plain; v="a;charset=\"x\"";charset=u   ## text/plain       ## False ## text/plain; v="a;charset=\"x\""
        text/plain; v="a\\";charset="u"             ## text/plain       ## True  ## text/plain; v="a\\"
        text/plain;;;                               ## text/plain       ## False ## text/plain
        application/*+json                          ## application/*+json ## False ## application/*+json
        */*                                         ## */*              ## False ## */*
        text/plain; v="a\"                          ## -                ## False ## text/plain; v="a\"
        text/plain; v="a"b"                         ## -                ## False ## text/plain; v="a"b"
        text/plain; v="a                            ## -                ## False ## text/plain; v="a
        text/plain; v                               ## -                ## False ## text/plain; v
        text/plain; v=                              ## -                ## False ## text/plain; v=
        text/plain; =v                              ## -                ## False ## text/plain; =v
        text/plain; v = 1                           ## -                ## False ## text/plain; v = 1
        text                                        ## -                ## False ## text
        text/                                       ## -                ## False ## text/
        /plain                                      ## -                ## False ## /plain
        a/b/c                                       ## -                ## False ## a/b/c
        a/b, c/d                                    ## -                ## False ## a/b, c/d
        ;v=1                                        ## -                ## False ## ;v=1
        """;

    // range | media type | whether it includes it
    private const string Inclusions = """
        application/json   | APPLICATION/Json              | True
        application/json   | application/vnd.a+json        | False
        application/*+json | application/vnd.a+json        | True
        application/*+json | application/vnd.a+b+JSON      | True
        application/*+json | application/json              | False
        application/*+json | application/vnd.a+xml         | False
        application/*+json | text/vnd.a+json               | False
        application/*+     | application/json              | False
        image/*            | image/png                     | True
        image/*            | text/png                      | False
        */*                | text/plain                    | True
        text/plain;v=1     | text/plain;v=1;w=2            | True
        text/plain;v=1     | text/plain                    | False
        text/plain;v="1"   | text/plain;V=1                | True
        text/plain;q=0.5   | text/plain                    | True
        """;

    [Fact]
    public void IsReadAsTheTableSays()
    {
        foreach (var cells in Values.Split('\n').Select(line => line.Split("##", StringSplitOptions.TrimEntries)))
        {
            var essence = MediaType.TryParse(cells[0], out var type) ? $"{type.Type}/{type.Subtype}" : "-";
            string[] read = [cells[0], essence, $"{MediaType.HasQuotedCharset(cells[0])}", MediaType.WithoutCharset(cells[0])];
            Assert.Equal(cells, read);
        }
    }

    [Fact]
    public void IsIncludedAsTheTableSays()
    {
        foreach (var cells in Inclusions.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            Assert.True(MediaType.TryParse(cells[0], out var range) && MediaType.TryParse(cells[1], out _));
            _ = MediaType.TryParse(cells[1], out var type);
            Assert.Equal(string.Join(' ', cells), $"{cells[0]} {cells[1]} {range.Includes(type)}");
        }
    }

    [Fact]
    public void WithAControlCharacterIsMalformed() => Assert.False(MediaType.TryParse("a/b; v=\"x\u0001\"", out _));
}
