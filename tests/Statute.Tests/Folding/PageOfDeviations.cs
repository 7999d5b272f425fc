using System.Text;
using Statute.Folding;
using Statute.Tests.Tidy;

namespace Statute.Tests.Folding;

/// <summary>The page <c>docs/deviations.md</c> is made from the folding data; STATUTE_ACCEPT=1 writes it anew.</summary>
public sealed class PageOfDeviations
{
    private const string Path = "docs/deviations.md";

    [Fact]
    public void SaysWhatTheDataSays()
    {
        var page = Page();
        var file = System.IO.Path.Combine(Repository.Root, Path);
        if (Environment.GetEnvironmentVariable("STATUTE_ACCEPT") == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(page, File.ReadAllText(file));
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Codes outside the table

            What the table has no row for leaves as the row that tells the caller the right thing to do. A row of one's own ends that for its code
            (`options.Table = options.Table.Add(201, "Created")`); `StatusTable.Rfc9110` has eight more rows; the profile `Observe` changes nothing. The
            original code is in the counter `statute.answers.folded`, and in the log: at Information where the answer is a refusal, at Debug where it is not.

            Redirects (300 to 303, 307, 308) pass, and are counted in `statute.answers.redirected`. A code that is *asked for* passes where the request asks: 101 by
            Upgrade, 206 by Range, 226 by A-IM, 304 by a condition on GET or HEAD; the profile `Strict` takes these fields out of the request, If-None-Match too, which RFC 9110, 13.1.2 has a server evaluate. A repeat is *harmless* where the method is idempotent, the
            request has an Idempotency-Key, or the answer names a delay; what is folded into 503 gets Retry-After where it has none.

            Middleware is folded like handlers: static files say 206 and 304 as ever, and 412 and 416 as 409 and 400. `options.Except` leaves a path alone.
            Middleware within sees the code as folded once content is sent, and as the application has set it where there is none; an output cache may so keep a
            folded 201 or 203, which it would not have kept. A status that a callback of `Response.OnStarting` sets is folded too; the content stays as it is then.

            | Code | Row | Why |
            |---|---|---|

            """);
        foreach (var fold in Folds.All)
        {
            page.Append("| ").Append(fold.Codes).Append(" | ").Append(RowOf(fold)).Append(" | ").Append(fold.Reason).Append(" |\n");
        }

        page.Append("""

            ## Where this leaves an RFC

            Each of these is a requirement that the fourteen rows do not meet, and the cure: the row.

            | Code | Requirement | Cure |
            |---|---|---|

            """);
        foreach (var fold in Folds.All.Where(fold => fold.Deviation is not null))
        {
            page.Append("| ").Append(fold.Codes).Append(" | ").Append(fold.Deviation).Append(" | ").Append(CureOf(fold)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string RowOf(Fold fold) => fold switch
    {
        { Asked: not AskedFor.Nothing } => $"itself where asked for, else {fold.To}",
        { Harmless: var harmless, To: var to } when harmless != to => $"{harmless} where a repeat is harmless, else {to}",
        _ => $"{fold.To}",
    };

    private static string CureOf(Fold fold) => StatusTable.Rfc9110.Find(int.Parse(fold.Codes)) is not null
        ? "`StatusTable.Rfc9110`"
        : $"`Table.Add({fold.Codes}, ...)`";
}
