using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Answers;
using Statute.Judging;

namespace Statute.Jobs.Wire;

/// <summary>A refusal, which the one writer of refusals writes.</summary>
internal sealed class RefusedReply(Verdict verdict) : JobReply
{
    public override Task ExecuteAsync(HttpContext httpContext)
    {
        var exchange = httpContext.Features.GetRequiredFeature<Exchange>();
        exchange.Refuse(verdict, exchange.Owner.Table.RowOf(verdict.Problem));
        return Task.CompletedTask;
    }
}
