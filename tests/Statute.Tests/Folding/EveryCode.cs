using Statute.Folding;
using Statute.Judging;

namespace Statute.Tests.Folding;

/// <summary>Every registered status code, and those that others have made up, under the fourteen rows.</summary>
public sealed class EveryCode
{
    // codes ## as it is ## where the request has asked for it ## where a repeat is harmless
    private const string Rows = """
        100 102 103 104 199         ## 500 500 500
        101                         ## 500 101 500
        200                         ## 200 200 200
        201 203 204 205 207 208 299 ## 200 200 200
        202                         ## 202 202 202
        206                         ## 500 206 500
        226                         ## 500 226 500
        300                         ## 300 300 300
        301                         ## 301 301 301
        302                         ## 302 302 302
        303                         ## 303 303 303
        304                         ## 500 304 500
        305 306                     ## 500 500 500
        307                         ## 307 307 307
        308                         ## 308 308 308
        400 406 411 414 416 417 418 ## 400 400 400
        426 428 431 444 499         ## 400 400 400
        401 440 498                 ## 401 401 401
        402 403 451 495 496         ## 403 403 403
        404 410 421                 ## 404 404 404
        405                         ## 405 405 405
        407                         ## 500 500 500
        408                         ## 400 400 503
        409 412 423 424             ## 409 409 409
        413                         ## 413 413 413
        415                         ## 415 415 415
        422                         ## 422 422 422
        420 425 429                 ## 503 503 503
        500 506 507 508 510         ## 500 500 500
        501 505                     ## 501 501 501
        502 504 509 520 524 529 599 ## 500 500 503
        503 511 521 522 523 525 526 530 ## 503 503 503
        0 99 600 999                ## 500 500 500
        """;

    public static TheoryData<int, int, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int, int, int>();
            foreach (var line in Rows.Split('\n'))
            {
                var cells = line.Split("##");
                var to = cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
                foreach (var code in cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    cases.Add(int.Parse(code), to[0], to[1], to[2]);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Leaves_by_a_row_or_as_it_was_asked_for(int code, int plain, int asked, int harmless)
    {
        Assert.Equal(plain, Judge.Answer(new AnswerFacts { Table = StatusTable.Default, Status = code }));
        Assert.Equal(asked, Judge.Answer(new AnswerFacts
        {
            Table = StatusTable.Default,
            Status = code,
            AsksUpgrade = true,
            AsksRange = true,
            AsksDelta = true,
            AsksCondition = true,
        }));
        Assert.Equal(harmless, Judge.Answer(new AnswerFacts { Table = StatusTable.Default, Status = code, IsRepeatHarmless = true }));
    }

    [Fact]
    public void Of_a_row_stays()
    {
        var table = StatusTable.Rfc9110.Add(207, "Multi-Status");
        Assert.All(table.Rows, row => Assert.Equal(row.Code, Judge.Answer(new AnswerFacts { Table = table, Status = row.Code })));
    }

    [Fact]
    public void Is_folded_into_a_row_that_the_table_has()
    {
        foreach (var fold in Folds.All)
        {
            Assert.NotNull(StatusTable.Default.Find(fold.To));
            Assert.NotNull(StatusTable.Default.Find(fold.Harmless));
        }
    }

    [Fact]
    public void Is_looked_up_without_memory()
    {
        var facts = new AnswerFacts { Table = StatusTable.Default, Status = 418 };
        Judge.Answer(facts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Judge.Answer(facts);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
